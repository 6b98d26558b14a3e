import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReplyDoorService } from '@app/course/reply-door.service.js';
import { UnaskedCourseService } from '@app/course/unasked-course.service.js';
import { UnaskedScreens } from '../unasked/unasked-screens.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import { ReplyCookies } from './reply-cookies.js';
import { sendPage } from './send-page.js';

/** Answers a browser that asks for a page without a live link for it. */
@Injectable()
export class NoVisit {
  constructor(
    private readonly cookies: ReplyCookies,
    private readonly door: ReplyDoorService,
    private readonly screens: NoCookieScreens,
    private readonly unasked: UnaskedCourseService,
    private readonly unaskedScreens: UnaskedScreens,
  ) {}

  /** `unsent`: what was posted, shown back; nothing of it is kept. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      mailingId,
      unsent = null,
      status = 200,
    }: { mailingId: string; unsent?: string | null; status?: number },
  ): Promise<FastifyReply> {
    const token = this.cookies.tokenOf(request);
    const ended = token && (await this.door.ended(token));
    if (ended && ended.mailingId === mailingId) {
      return sendPage(reply, await this.screens.linkEnded(ended, unsent), 410);
    }
    const lapsed = token && (await this.unasked.lapsed(token, mailingId));
    if (lapsed) return sendPage(reply, await this.unaskedScreens.lapsed(lapsed, unsent), 410);
    return sendPage(reply, await this.screens.askForLink(mailingId, unsent), status);
  }
}

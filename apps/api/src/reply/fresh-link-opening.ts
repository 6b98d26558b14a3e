import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FreshLinksService } from '@app/course/fresh-links.service.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import type { PromptPost } from './reply-acts.js';
import { ReplyCookies } from './reply-cookies.js';
import { ReplyVisits } from './reply-visits.js';
import { sendPage } from './send-page.js';

/** Spends a fresh link: by its button only, because scanners open links too. */
@Injectable()
export class FreshLinkOpening {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly freshLinks: FreshLinksService,
    private readonly noCookie: NoCookieScreens,
  ) {}

  async open({ visit, posted, request, reply }: PromptPost): Promise<FastifyReply> {
    const { entry, token } = visit;
    if ((await this.visits.groupOf(visit, posted.nonce)) !== 'open') {
      const form = await this.visits.formOf(visit, 'open');
      return sendPage(reply, await this.noCookie.openFreshLink(entry, form), 403);
    }
    const browser = this.cookies.namedBrowser(request, reply);
    const replyToken = await this.freshLinks.open(entry, token, browser);
    if (!replyToken) throw new NotFound('link');
    this.cookies.letIn(reply, entry.mailingId, replyToken);
    return reply.redirect(`/r/p/${entry.mailingId}`, 303);
  }
}

import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type LapsedWords, MyWordsRequestsService } from '@app/course/my-words-requests.service.js';
import { ReplyDoorService } from '@app/course/reply-door.service.js';
import { NoVisit } from '../no-visit.js';
import { ReplyCookies } from '../reply-cookies.js';

/** Tells a browser without a live link for a page of words from one whose time is over. */
@Injectable()
export class WordsWays {
  constructor(
    private readonly cookies: ReplyCookies,
    private readonly door: ReplyDoorService,
    private readonly requests: MyWordsRequestsService,
    readonly noVisit: NoVisit,
  ) {}

  /** Null for a browser that never had one, and for a link that ended with its address: that is told in other words. */
  async lapsed(request: FastifyRequest, mailingId: string): Promise<LapsedWords | null> {
    const token = this.cookies.tokenOf(request);
    if (!token || (await this.door.ended(token))) return null;
    return this.requests.lapsed(token, mailingId);
  }
}

import { Injectable } from '@nestjs/common';
import { ReplySendingService } from '@app/course/reply-sending.service.js';
import { NO_ANSWER } from '@app/reflections/answer-pages.rules.js';
import { waitChoice, waitOf } from './answer-fields.js';
import { type PromptPost, type ReadPost, readPost } from './reply-desk.js';
import { ReplyDesks } from './reply-desks.js';
import { ReplyVisits } from './reply-visits.js';

/**
 * The short way of what is posted most: an answer of words and taps, sent from the page of its question. It needs no
 * page around it, so none is read. Anything about it that asks for more takes the way of every other act.
 */
@Injectable()
export class ReplySending {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly desks: ReplyDesks,
    private readonly sending: ReplySendingService,
  ) {}

  /** True: it stands in the database. False: nothing was done. */
  async sent(post: PromptPost): Promise<boolean> {
    const { visit, posted } = post;
    const nothing = posted.act === 'nothing';
    if (!nothing && (posted.act !== 'send' || waitChoice(posted.wait) === 'call-me')) return false;
    if ((await this.visits.groupOf(visit, posted.nonce)) !== 'answer') return false;
    const question = await this.sending.open(visit.entry);
    if (!question) return false;
    const { asked, draft } = question;
    const read = readPost(posted, { asked, measure: null }, draft ?? NO_ANSWER);
    if (!isPlain(read)) return false;
    const submission = { asked, answer: read.answer, nothing, wait: waitOf(posted) };
    return this.sending.send(visit.entry, this.desks.browserOf(post), question, submission);
  }
}

/** Nothing to refuse, nothing to tell anybody at once. */
function isPlain({ part, refusal, told }: ReadPost): boolean {
  return part !== undefined && !refusal && told.itemNine === null && told.signs.length === 0;
}

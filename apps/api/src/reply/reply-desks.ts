import { Injectable } from '@nestjs/common';
import type { BrowserHash } from '@app/course/reply-door.service.js';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import { pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import { mergedAnswer } from '@app/reflections/answer-pages.rules.js';
import { toldAtOnce } from '@app/reflections/answer-safety.rules.js';
import { leftOut, readAnswer } from './answer-fields.js';
import { ReplyCookies } from './reply-cookies.js';
import { type Desk, givenBefore, type PromptPost } from './reply-desk.js';
import { type PromptVisit, ReplyVisits } from './reply-visits.js';
import type { Screen } from './screen.types.js';

/** Lays out a post: what its question is, what it says, and what this browser said before. Writes nothing. */
@Injectable()
export class ReplyDesks {
  constructor(
    private readonly visits: ReplyVisits,
    private readonly cookies: ReplyCookies,
    private readonly pages: ReplyPageService,
  ) {}

  async of(post: PromptPost): Promise<Desk> {
    const { visit, posted } = post;
    const nonceOf = await this.visits.groupOf(visit, posted.nonce);
    const group = nonceOf === 'change' ? 'change' : 'answer';
    const screen = await this.screenOf(visit, group);
    const { asked, measure } = screen.page;
    const parts = pagesOf(asked, measure);
    const number = pageNumber(parts, posted.page);
    const part = parts[number - 1];
    const read = readAnswer(
      part && posted.act === 'leave-out' ? leftOut(posted, part) : posted,
      asked,
      measure,
    );
    const answer = part
      ? mergedAnswer(givenBefore(screen, group === 'change'), read.answer, part)
      : read.answer;
    const { feelsSafe } = answer;
    return {
      ...post,
      screen,
      answer,
      refusal: read.problem && { problem: read.problem, status: read.status },
      // Whether they feel safe may have been said before, of this same answer.
      told: toldAtOnce({ ...read.answer, ...(feelsSafe && { feelsSafe }) }, measure),
      part,
      number,
      group,
      isOurs: nonceOf === 'answer' || nonceOf === 'change',
    };
  }

  async screenOf(visit: PromptVisit, group: 'answer' | 'change'): Promise<Screen> {
    const page = await this.pages.read(visit.entry, visit.browser);
    return { page, mailingId: visit.entry.mailingId, form: await this.visits.formOf(visit, group) };
  }

  /** This browser, named now when it has no name yet. */
  browserOf({ request, reply, visit }: PromptPost): BrowserHash {
    return (visit.browser ??= this.cookies.namedBrowser(request, reply));
  }
}

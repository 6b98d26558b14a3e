import { Injectable } from '@nestjs/common';
import type { BrowserHash } from '@app/course/reply-door.service.js';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import { ReplyCookies } from './reply-cookies.js';
import { type Desk, givenBefore, type PromptPost, readPost } from './reply-desk.js';
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
    return {
      ...post,
      screen,
      ...readPost(posted, screen.page, givenBefore(screen, group === 'change')),
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

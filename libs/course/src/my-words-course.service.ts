import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import type { Wish } from '@app/reflections/wishes.types.js';
import { MadeOfWords } from './my-words-made.js';
import { forgetQuotedSigns, forgetSentences, forgetWhatWasSaidWith } from './my-words-traces.queries.js';
import type { MyWords } from './my-words.types.js';
import { MyWordsPageService } from './my-words-page.service.js';
import { clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient } from './rest-course.js';

/** What was sent may be read in this browser for so long; another link opens it anew. */
export const READING_MINUTES = 30;

/** `closed`: the client is in care no more, and the pages are shut. `elsewhere`: there is no such line. */
export type WishOutcome = 'kept' | 'elsewhere' | 'gone' | 'closed';

/** What a client does with their own words. Each act is one transaction; the audit row says that, not what. */
@Injectable()
export class MyWordsCourseService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly links: ReplyLinks,
    private readonly pages: MyWordsPageService,
    private readonly made: MadeOfWords,
    private readonly audit: AuditService,
  ) {}

  /** Spends the link. Gives the token that reads for half an hour; null when somebody was quicker. */
  open(entry: ReplyEntry, token: string): Promise<string | null> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      // A change of the address comes before and has ended the link, or after and ends what stands for it.
      await lockClient(tx, entry.clientId);
      if (!(await this.links.spend(tx, token))) return null;
      await this.note(tx, entry, 'words.read', []);
      return this.links.register(tx, entry.mailingId, 'reply', READING_MINUTES);
    });
  }

  /** Ends the reading before its time. Nothing opens it again but another link. */
  async close(entry: ReplyEntry, token: string): Promise<void> {
    await this.db.inClinic(clientActor(entry), (tx) => this.links.spend(tx, token));
  }

  /** @throws NotFound for what is not theirs to read here */
  wish(entry: ReplyEntry, reflectionId: string, wish: Wish): Promise<WishOutcome> {
    return this.inCare(entry, async (tx, key) => {
      await this.pages.oneIn(tx, entry.clientId, reflectionId);
      const outcome = await this.made.wishes.change(tx, key, reflectionId, wish);
      if (outcome === 'kept') await this.note(tx, entry, 'wishes.changed', [reflectionId]);
      return outcome;
    });
  }

  /** Takes one back, and what was said with it. Twice is once. @throws NotFound for what is not theirs to read here */
  withdraw(entry: ReplyEntry, reflectionId: string): Promise<'withdrawn' | 'closed'> {
    return this.inCare<'withdrawn'>(entry, async (tx, key) => {
      const { promptId, body } = await this.pages.oneIn(tx, entry.clientId, reflectionId);
      if (!(await this.made.withdrawals.withdraw(tx, key, reflectionId))) return 'withdrawn';
      await forgetWhatWasSaidWith(tx, key, reflectionId);
      await forgetQuotedSigns(tx, key, reflectionId);
      await forgetSentences(tx, key, { clientId: entry.clientId, promptId, words: body.words });
      await this.note(tx, entry, 'reflection.withdrawn', [reflectionId]);
      return 'withdrawn';
    });
  }

  /** All of it, to be kept as a copy. */
  download(entry: ReplyEntry): Promise<MyWords | 'closed'> {
    return this.inCare(entry, async (tx) => {
      const words = await this.pages.wordsIn(tx, entry.clientId);
      await this.note(
        tx,
        entry,
        'words.downloaded',
        words.reflections.map(({ id }) => id),
      );
      return words;
    });
  }

  private inCare<T>(entry: ReplyEntry, work: (tx: Tx, key: Key) => Promise<T>): Promise<T | 'closed'> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { status } = await lockClient(tx, entry.clientId);
      if (status !== 'active' && status !== 'on_hold') return 'closed';
      return work(tx, await this.keyring.client(tx, entry.clientId));
    });
  }

  private note(tx: Tx, { clientId }: ReplyEntry, action: string, ids: readonly string[]): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'reflection',
      subjectIds: [...ids],
      clientIds: [clientId],
    });
  }
}

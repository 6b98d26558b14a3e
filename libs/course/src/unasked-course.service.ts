import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { promisedBy, type Wait } from '@app/reflections/reading-contract.rules.js';
import { readingFacts } from '@app/reflections/reading-facts.queries.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { UNASKED } from './asked-question.js';
import { ReplyAnswers } from './reply-answers.service.js';
import { bodyOf } from './reply-course.service.js';
import { type BrowserHash, clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient } from './reply-prompt.queries.js';

/** The page stays open this long in the browser that opened it. */
export const UNASKED_HOURS = 2;

/**
 * `sent-and-found`: sent, and a phrase was found after which the page asks how the client is. `empty`: nothing was
 * written, so nothing was sent. `closed`: the client is in care no more.
 */
export type UnaskedOutcome = 'sent' | 'sent-and-found' | 'already' | 'empty' | 'closed';

/** A page for something unasked whose time is over, and where another is asked for. */
export interface LapsedPage {
  clinicId: string;
  slug: string | null;
}

/** What a client leaves of their own accord. Each command is one transaction. */
@Injectable()
export class UnaskedCourseService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly links: ReplyLinks,
    private readonly answers: ReplyAnswers,
    private readonly calls: CallRequestsService,
    private readonly audit: AuditService,
  ) {}

  /** Spends the link. Gives the token of the page for the next hours; null when somebody was quicker. */
  open(entry: ReplyEntry, token: string): Promise<string | null> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      // A change of the address comes before and has ended the link, or after and ends what stands for it.
      await lockClient(tx, entry.clientId);
      if (!(await this.links.spend(tx, token))) return null;
      await this.note(tx, entry, 'unasked.opened', 'mailing', entry.mailingId);
      return this.links.register(tx, entry.mailingId, 'reply', UNASKED_HOURS * 60);
    });
  }

  /** Sends it: one reflection a link, under the id of its mailing. Sending twice sends the first. */
  submit(
    entry: ReplyEntry,
    browser: BrowserHash,
    { words, wait }: { words: string; wait: Wait },
  ): Promise<UnaskedOutcome> {
    const { clientId, mailingId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx): Promise<UnaskedOutcome> => {
      const isInCare = await lockClient(tx, clientId);
      const key = await this.keyring.client(tx, clientId);
      if (await this.answers.ofId(tx, key, mailingId)) return 'already';
      if (!isInCare) return 'closed';
      if (words.trim() === '') return 'empty';
      const answer = { words, checkIns: {}, chips: [] };
      const body = bodyOf({ asked: UNASKED, answer, nothing: false }, browser);
      const by = promisedBy(await readingFacts(tx, clientId), wait, tx.now);
      const { phraseFound } = await this.answers.submit(tx, key, {
        ...{ id: mailingId, clientId, promptId: null, body, wait },
        promisedBy: by,
      });
      await this.note(tx, entry, 'reflection.sent', 'reflection', mailingId);
      return phraseFound ? 'sent-and-found' : 'sent';
    });
  }

  /** Raises the request for a call. Nothing that was typed goes with it. */
  async requestCall(entry: ReplyEntry): Promise<void> {
    await this.db.inClinic(clientActor(entry), (tx) =>
      this.calls.raise(tx, { clientId: entry.clientId, promptId: null }),
    );
  }

  /** What a token led to that opens nothing any more, because its time is over; null for every other. Reads only. */
  async lapsed(token: string, mailingId: string): Promise<LapsedPage | null> {
    const [link] = await this.db.acrossClinics<{ clinic_id: string; expires_at: Date | null }>(
      `select clinic_id, expires_at from link_directory
       where token_hash = $1 and mailing_id = $2 and purpose in ('reply', 'unasked')
         and (expires_at <= app_now() or spent_at is not null)`,
      [tokenHash(token), mailingId],
    );
    if (!link) return null;
    const { clinic_id: clinicId, expires_at: endedAt } = link;
    return this.db.inClinic({ kind: 'system', clinicId, job: 'find-unasked' }, async (tx) => {
      const [row] = await tx.query<{ slug: string | null; changed_at: Date | null }>(
        `select k.slug, c.email_changed_at as changed_at from mailings m
         join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
         join clinics k on k.clinic_id = m.clinic_id
         where m.clinic_id = $1 and m.id = $2 and m.kind = 'unasked'`,
        [clinicId, mailingId],
      );
      if (!row) return null;
      // It ended with the address: that is told in other words.
      if (row.changed_at && endedAt && toInstant(row.changed_at).equals(toInstant(endedAt))) return null;
      return { clinicId, slug: row.slug };
    });
  }

  private note(
    tx: Tx,
    { clientId }: ReplyEntry,
    action: string,
    subjectType: 'mailing' | 'reflection',
    id: string,
  ): Promise<void> {
    return this.audit.record(tx, { action, subjectType, subjectIds: [id], clientIds: [clientId] });
  }
}

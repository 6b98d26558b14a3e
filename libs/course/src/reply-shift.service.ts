import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { LoggedShift } from '@app/reflections/answer.types.js';
import { promisedBy } from '@app/reflections/reading-contract.rules.js';
import { readingFacts } from '@app/reflections/reading-facts.queries.js';
import { SHIFT_LOG } from './asked-question.js';
import { ReplyAnswers } from './reply-answers.service.js';
import { bodyOf } from './reply-course.service.js';
import { type BrowserHash, clientActor, type ReplyEntry } from './reply-door.service.js';
import { lockClient } from './reply-prompt.queries.js';

/** A small shift in three taps: kept as a reflection that nobody asked for, without words. */
@Injectable()
export class ReplyShiftService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly answers: ReplyAnswers,
    private readonly audit: AuditService,
  ) {}

  /**
   * Keeps it. False for a client who is in care no more.
   * @param once of the page it was tapped on: the same page sent twice is kept once
   */
  log(entry: ReplyEntry, browser: BrowserHash, shift: LoggedShift, once: string): Promise<boolean> {
    const { clientId, mailingId } = entry;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      if (!(await lockClient(tx, clientId))) return false;
      const key = await this.keyring.client(tx, clientId);
      const id = idFor(`${tx.actor.clinicId} ${clientId} ${mailingId} ${once}`);
      if (await this.answers.ofId(tx, key, id)) return true;
      const answer = { words: '', checkIns: {}, chips: [], shift };
      await this.answers.submit(tx, key, {
        ...{ id, clientId, promptId: null, wait: 'can-wait' as const },
        body: bodyOf({ asked: SHIFT_LOG, answer, nothing: false }, browser),
        promisedBy: promisedBy(await readingFacts(tx, clientId), 'can-wait', tx.now),
      });
      await this.audit.record(tx, {
        action: 'reflection.sent',
        subjectType: 'reflection',
        subjectIds: [id],
        clientIds: [clientId],
      });
      return true;
    });
  }
}

/** The same id for the same page, and nobody else's: what a browser posts alone makes none. */
function idFor(page: string): string {
  const hex = createHash('sha256').update(page).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { Injectable } from '@nestjs/common';
import { toInstant } from '@app/platform/database/instant.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { Conflict, NotFound, Unprocessable } from '@app/platform/errors/errors.js';
import type { FieldError } from '@app/platform/errors/field-error.types.js';
import { newId } from '@app/platform/ids/ids.js';
import { sealEvidence, sealThreadCheck } from './thread-body.js';
import { quotable, sourcesOf } from './thread-rows.js';
import {
  EVIDENCE,
  type EvidenceFault,
  evidenceFaults,
  mayUndo,
  type QuotedSpan,
} from './thread-stages.rules.js';
import { mustBeOpen, ThreadsService } from './threads.service.js';
import type { Fit, Stage } from './thread.types.js';
import type { ThreadView } from './thread.view.js';

/** Where a thread stands: set by a person, with what it rests on, and checked with the client. */
@Injectable()
export class ThreadStagesService {
  constructor(
    private readonly keyring: Keyring,
    private readonly threads: ThreadsService,
  ) {}

  /**
   * Sets a stage; every order is allowed. Throws NotFound, also for a reflection that is not this client's; Conflict
   * (stale version, archived); Unprocessable when what it rests on is missing, unread, taken back or not verbatim.
   */
  set(
    actor: StaffActor,
    id: string,
    { version, stage, evidence }: { version: number; stage: Stage; evidence: readonly QuotedSpan[] },
  ): Promise<ThreadView> {
    return this.threads.alter(actor, {
      ...{ id, version, what: 'stage-set' },
      act: async (tx, thread) => {
        mustBeOpen(thread);
        const key = await this.keyring.client(tx, thread.client_id);
        await mustRest(tx, key, thread.client_id, evidence);
        const owner = { clinicId: actor.clinicId, rowId: newId() };
        const spans = evidence.map(({ reflectionId, from, to }) => ({ reflectionId, from, to }));
        await tx.query(
          `insert into thread_stages
             (clinic_id, id, client_id, thread_id, stage, evidence_sealed, set_by, set_at)
           values ($1, $2, $3, $4, $5, $6, $7, app_now())`,
          [
            actor.clinicId,
            owner.rowId,
            thread.client_id,
            id,
            stage,
            sealEvidence(key, owner, spans),
            actor.staffMemberId,
          ],
        );
      },
    });
  }

  /**
   * Takes one's own stage back, as if it had not been set; within ten minutes. Throws NotFound, for a colleague's
   * too; Conflict when it is too late.
   */
  undo(actor: StaffActor, id: string, stageId: string): Promise<ThreadView> {
    return this.threads.alter(actor, {
      ...{ id, what: 'stage-undone' },
      act: async (tx) => {
        const [row] = await tx.query<{ set_at: Date }>(
          `select set_at from thread_stages
           where clinic_id = $1 and thread_id = $2 and id = $3 and set_by = $4`,
          [actor.clinicId, id, stageId, actor.staffMemberId],
        );
        if (!row) throw new NotFound('stage');
        if (!mayUndo(toInstant(row.set_at), tx.now)) throw new Conflict('too-late-to-undo');
        await tx.query(
          `update thread_stages set undone_at = coalesce(undone_at, app_now())
           where clinic_id = $1 and id = $2`,
          [actor.clinicId, stageId],
        );
      },
    });
  }

  /** Writes down what the client says of it on the call. Throws NotFound, Conflict (archived). */
  check(
    actor: StaffActor,
    id: string,
    { fit, words, rating = null }: { fit: Fit; words: string; rating?: number | null },
  ): Promise<ThreadView> {
    return this.threads.alter(actor, {
      ...{ id, what: 'checked' },
      act: async (tx, thread) => {
        mustBeOpen(thread);
        const key = await this.keyring.client(tx, thread.client_id);
        const owner = { clinicId: actor.clinicId, rowId: newId() };
        const body = sealThreadCheck(key, owner, { fit, words, rating });
        await tx.query(
          `insert into thread_checks
             (clinic_id, id, client_id, thread_id, stage_id, via, recorded_by, body_sealed, given_at)
           values ($1, $2, $3, $4,
             (select s.id from thread_stages s where s.clinic_id = $1 and s.thread_id = $4 and s.undone_at is null
              order by s.set_at desc, s.id desc limit 1),
             'call', $5, $6, app_now())`,
          [actor.clinicId, owner.rowId, thread.client_id, id, actor.staffMemberId, body],
        );
      },
    });
  }
}

/** @throws NotFound, Unprocessable */
async function mustRest(tx: Tx, key: Key, clientId: string, spans: readonly QuotedSpan[]): Promise<void> {
  const { clinicId } = tx.actor;
  const rows = await sourcesOf(tx, clientId, [...new Set(spans.map(({ reflectionId }) => reflectionId))]);
  const reflections = new Map(rows.map((row) => [row.id, quotable(key, clinicId, row)]));
  const faults = evidenceFaults(spans, reflections);
  if (faults.some(({ code }) => code === 'unknownReference')) throw new NotFound('reflection');
  if (faults.length === 0) return;
  throw new Unprocessable(
    'invalid',
    faults.map((fault) => ({ field: fieldOf(fault), code: fault.code, params: paramsOf(fault) })),
  );
}

function fieldOf({ index, code }: EvidenceFault): string {
  if (index === null) return 'evidence';
  return `evidence.${index}.${code === 'notVerbatim' ? 'quote' : 'reflectionId'}`;
}

function paramsOf({ code }: EvidenceFault): FieldError['params'] {
  return code === 'arrayMaxSize' ? { max: EVIDENCE.max } : {};
}

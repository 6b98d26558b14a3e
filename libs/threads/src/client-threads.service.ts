import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { openThread, sealThread, sealThreadCheck } from './thread-body.js';
import type { Fit, Scale } from './thread.types.js';

/** What the client said of one thread at a review: whether it fits, and where it stands from 0 to 10. */
export interface ReviewedThread {
  threadId: string;
  fit: Fit | null;
  rating: number | null;
}

/** What a reflection says about threads, all of it. */
export interface ThreadsOfAnswer {
  clientId: string;
  /** Kept as a thread, with a name or without; null: it was not. */
  thread: { name: string | null } | null;
  checks: readonly ReviewedThread[];
}

interface KeptRow {
  id: string;
  body_sealed: Buffer;
}

/** Threads as clients make and review them, in the transaction of their reflection. */
@Injectable()
export class ClientThreads {
  /** Keeps what a reflection is about as a thread. */
  async keep(
    tx: Tx,
    key: Key,
    { clientId, reflectionId, name }: { clientId: string; reflectionId: string; name: string | null },
  ): Promise<string> {
    const { clinicId } = tx.actor;
    const id = newId();
    await tx.query(
      `insert into threads (clinic_id, id, client_id, body_sealed, origin_reflection_id, created_at, version)
       values ($1, $2, $3, $4, $5, app_now(), 1)`,
      [clinicId, id, clientId, sealedName(key, clinicId, id, name), reflectionId],
    );
    return id;
  }

  /** What the client said of threads of theirs; one that is not theirs, or was archived, is left out. */
  async check(
    tx: Tx,
    key: Key,
    answer: { clientId: string; reflectionId: string; checks: readonly ReviewedThread[] },
  ): Promise<void> {
    const { clinicId } = tx.actor;
    for (const { threadId, fit, rating } of answer.checks) {
      await this.removeCheck(tx, answer.reflectionId, threadId);
      const id = newId();
      await tx.query(
        `insert into thread_checks
           (clinic_id, id, client_id, thread_id, stage_id, via, reflection_id, body_sealed, given_at)
         select t.clinic_id, $2, t.client_id, t.id,
           (select s.id from thread_stages s where s.clinic_id = $1 and s.thread_id = t.id and s.undone_at is null
            order by s.set_at desc, s.id desc limit 1),
           'review', $5, $6, app_now()
         from threads t where t.clinic_id = $1 and t.id = $3 and t.client_id = $4 and t.archived_at is null`,
        [
          clinicId,
          id,
          threadId,
          answer.clientId,
          answer.reflectionId,
          sealThreadCheck(key, { clinicId, rowId: id }, { fit, words: '', rating }),
        ],
      );
    }
  }

  /** After a client changed a reflection: what it says about threads now stands instead of what it said. */
  async replaceFor(
    tx: Tx,
    key: Key,
    reflectionId: string,
    { clientId, thread, checks }: ThreadsOfAnswer,
  ): Promise<void> {
    const kept = await this.keptOf(tx, reflectionId);
    if (thread && kept) await this.rename(tx, key, kept, thread.name);
    if (thread && !kept) await this.keep(tx, key, { clientId, reflectionId, name: thread.name });
    if (!thread && kept) await this.letGo(tx, kept.id);
    await this.removeCheck(tx, reflectionId);
    await this.check(tx, key, { clientId, reflectionId, checks });
  }

  private async keptOf(tx: Tx, reflectionId: string): Promise<KeptRow | null> {
    const [row] = await tx.query<KeptRow>(
      `select id, body_sealed from threads
       where clinic_id = $1 and origin_reflection_id = $2 and created_by is null
       order by created_at, id limit 1 for update`,
      [tx.actor.clinicId, reflectionId],
    );
    return row ?? null;
  }

  /** What both ends of its scale mean stays: that may have been agreed on a call. */
  private async rename(tx: Tx, key: Key, { id, body_sealed: sealed }: KeptRow, name: string | null) {
    const { clinicId } = tx.actor;
    const { scale } = openThread(key, { clinicId, rowId: id }, sealed);
    await tx.query(
      `update threads set body_sealed = $3, archived_at = null, version = version + 1
       where clinic_id = $1 and id = $2`,
      [clinicId, id, sealedName(key, clinicId, id, name, scale)],
    );
  }

  /** Somebody may have set a stage of it by now, so it is put away rather than removed. */
  private async letGo(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update threads set archived_at = coalesce(archived_at, app_now()), version = version + 1
       where clinic_id = $1 and id = $2`,
      [tx.actor.clinicId, id],
    );
  }

  private async removeCheck(tx: Tx, reflectionId: string, threadId: string | null = null): Promise<void> {
    await tx.query(
      `delete from thread_checks where clinic_id = $1 and reflection_id = $2
         and ($3::uuid is null or thread_id = $3)`,
      [tx.actor.clinicId, reflectionId, threadId],
    );
  }
}

function sealedName(
  key: Key,
  clinicId: string,
  id: string,
  name: string | null,
  scale: Scale | null = null,
): Buffer {
  return sealThread(key, { clinicId, rowId: id }, { name, scale, isNamedByClient: name !== null });
}

import type { Tx } from '@app/platform/database/database.js';
import { NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { type Key } from '@app/platform/encryption/sealing.js';
import { openReflection } from '@app/reflections/reflection-body.js';
import type { QuotableReflection } from './thread-stages.rules.js';

export interface LockedThread {
  id: string;
  client_id: string;
  body_sealed: Buffer;
  shared_at: Date | null;
  archived_at: Date | null;
  version: number;
}

/**
 * The thread, held until the transaction ends. NotFound for who does not read its client's words: row-level
 * security shows them none.
 */
export async function lockThread(tx: Tx, id: string): Promise<LockedThread> {
  const [row] = await tx.query<LockedThread>(
    `select id, client_id, body_sealed, shared_at, archived_at, version from threads
     where clinic_id = $1 and id = $2 for update`,
    [tx.actor.clinicId, id],
  );
  if (!row) throw new NotFound('thread');
  return row;
}

export function mustBe(thread: Pick<LockedThread, 'version'>, version: number): void {
  if (thread.version !== version) throw staleVersion();
}

/** Whatever happens to a thread makes its next version. */
export async function bumpThread(tx: Tx, id: string): Promise<void> {
  await tx.query('update threads set version = version + 1 where clinic_id = $1 and id = $2', [
    tx.actor.clinicId,
    id,
  ]);
}

export interface SourceRow {
  id: string;
  body_sealed: Buffer;
  sent_at: Date;
  withdrawn: boolean;
  read: boolean;
}

/** Some reflections of one client, oldest first; `read`: by the person who asks. Others' are absent. */
export function sourcesOf(tx: Tx, clientId: string, ids: readonly string[] | null): Promise<SourceRow[]> {
  const me = tx.actor.kind === 'staff' ? tx.actor.staffMemberId : null;
  return tx.query<SourceRow>(
    `select r.id, r.body_sealed, r.sent_at, r.withdrawn_at is not null as withdrawn,
       exists (select 1 from readings g where g.clinic_id = $1 and g.reflection_id = r.id
         and g.staff_member_id = $4) as read
     from reflections r
     where r.clinic_id = $1 and r.client_id = $2 and ($3::uuid[] is null or r.id = any ($3))
     order by r.sent_at, r.id`,
    [tx.actor.clinicId, clientId, ids, me],
  );
}

/** As far as it may be quoted; what was taken back has no words. */
export function quotable(key: Key, clinicId: string, row: SourceRow): QuotableReflection {
  const words = row.withdrawn ? '' : openReflection(key, { clinicId, rowId: row.id }, row.body_sealed).words;
  return { words, isRead: row.read, isWithdrawn: row.withdrawn };
}

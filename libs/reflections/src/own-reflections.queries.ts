import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { openReflection, type ReflectionBody } from './reflection-body.js';

/** Something a client sent, as they read it again themself. Taken back: its body holds nothing any more. */
export interface OwnReflection {
  id: string;
  /** Null: nobody asked for it. */
  promptId: string | null;
  sentAt: Temporal.Instant;
  firstReadAt: Temporal.Instant | null;
  withdrawnAt: Temporal.Instant | null;
  body: ReflectionBody;
}

export interface OwnChoice {
  /** Sent after this instant: since when the client has this address. Null: all. */
  since: Temporal.Instant | null;
  id?: string;
  /** At most so many, after so many; all when absent. */
  slice?: { limit: number; offset: number };
}

interface OwnRow {
  id: string;
  prompt_id: string | null;
  sent_at: Date;
  first_read_at: Date | null;
  withdrawn_at: Date | null;
  body_sealed: Buffer;
}

/** What this client sent, newest first. For a transaction of the client. */
export async function ownReflections(
  tx: Tx,
  key: Key,
  clientId: string,
  { since, id, slice }: OwnChoice,
): Promise<OwnReflection[]> {
  const { clinicId } = tx.actor;
  const rows = await tx.query<OwnRow>(
    `select id, prompt_id, sent_at, first_read_at, withdrawn_at, body_sealed from reflections
     where clinic_id = $1 and client_id = $2 and ($3::timestamptz is null or sent_at > $3)
       and ($4::uuid is null or id = $4)
     order by sent_at desc, id desc limit $5 offset $6`,
    [clinicId, clientId, since && toDate(since), id ?? null, slice?.limit ?? null, slice?.offset ?? 0],
  );
  return rows.map((row) => ({
    id: row.id,
    promptId: row.prompt_id,
    sentAt: toInstant(row.sent_at),
    firstReadAt: row.first_read_at && toInstant(row.first_read_at),
    withdrawnAt: row.withdrawn_at && toInstant(row.withdrawn_at),
    body: openReflection(key, { clinicId, rowId: row.id }, row.body_sealed),
  }));
}

import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { type Key, tokenHash } from '@app/platform/encryption/sealing.js';
import { openEarlySign, openThread, openThreadCheck } from '@app/threads/thread-body.js';
import type { OwnThread } from './my-words.types.js';

/**
 * Since when the client has this address; null: ever since. What they sent before stays with the care team: a link
 * that came to another mailbox proves nothing about it.
 */
export async function addressSince(tx: Tx, clientId: string): Promise<Temporal.Instant | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    'select email_changed_at as at from clients where clinic_id = $1 and id = $2',
    [tx.actor.clinicId, clientId],
  );
  return row?.at ? toInstant(row.at) : null;
}

/** When the page behind this token closes; null for one without an end. */
export async function pageEnd(tx: Tx, token: string): Promise<Temporal.Instant | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    'select expires_at as at from link_directory where token_hash = $1 and clinic_id = $2',
    [tokenHash(token), tx.actor.clinicId],
  );
  return row?.at ? toInstant(row.at) : null;
}

interface ThreadRow {
  id: string;
  body_sealed: Buffer;
  checks: { id: string; body: string; at: string }[];
}

/** What the client named, or what was shared with them, with how they said it stands. */
export async function ownThreads(
  tx: Tx,
  key: Key,
  { clientId, since }: { clientId: string; since: Temporal.Instant | null },
): Promise<OwnThread[]> {
  const { clinicId } = tx.actor;
  const rows = await tx.query<ThreadRow>(
    `select t.id, t.body_sealed, coalesce((
       select json_agg(json_build_object('id', k.id, 'body', encode(k.body_sealed, 'base64'), 'at', k.given_at)
         order by k.given_at, k.id)
       from thread_checks k where k.clinic_id = t.clinic_id and k.thread_id = t.id), '[]') as checks
     from threads t
     where t.clinic_id = $1 and t.client_id = $2 and t.archived_at is null
       and (t.shared_at is not null or t.created_by is null) and ($3::timestamptz is null or t.created_at > $3)
     order by t.created_at, t.id`,
    [clinicId, clientId, since?.toString() ?? null],
  );
  return rows.map(({ id, body_sealed: sealed, checks }) => ({
    id,
    name: openThread(key, { clinicId, rowId: id }, sealed).name,
    answers: checks.map((check) => {
      const body = Buffer.from(check.body, 'base64');
      const { fit, rating } = openThreadCheck(key, { clinicId, rowId: check.id }, body);
      return { at: toInstant(new Date(check.at)), fit, rating };
    }),
  }));
}

/** What the client and their care team agreed on, in the client's words. */
export async function ownEarlySigns(
  tx: Tx,
  key: Key,
  { clientId, since }: { clientId: string; since: Temporal.Instant | null },
): Promise<string[]> {
  const { clinicId } = tx.actor;
  const rows = await tx.query<{ id: string; words_sealed: Buffer }>(
    `select id, words_sealed from early_signs
     where clinic_id = $1 and client_id = $2 and retired_at is null and ($3::timestamptz is null or agreed_at > $3)
     order by agreed_at, id`,
    [clinicId, clientId, since?.toString() ?? null],
  );
  return rows.map(({ id, words_sealed: sealed }) => openEarlySign(key, { clinicId, rowId: id }, sealed));
}

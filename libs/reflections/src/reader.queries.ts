import type { Tx } from '@app/platform/database/database.js';
import { readerOf } from './reflection-rows.js';

export const READER_VIEWS = ['client', 'flagged', 'mine'] as const;
/** One client's; those a safety flag rests on; those of clients one has a seat for, without cover or broken glass. */
export type ReaderViewName = (typeof READER_VIEWS)[number];

export interface ReaderChoice {
  view: ReaderViewName;
  clientId: string | null;
  /** What follows this one; the newest when null. */
  after: string | null;
  limit: number;
}

/** Ids, newest first. Row-level security leaves the clients whose words this person reads. */
export async function readerSlice(tx: Tx, choice: ReaderChoice): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select r.id from reflections r
     where r.clinic_id = $1 and ($3::uuid is null or r.client_id = $3)
       and ($4 <> 'flagged' or exists (
         select 1 from safety_flags f where f.clinic_id = $1 and f.client_id = r.client_id
           and (f.reflection_id = r.id or f.prompt_id = r.prompt_id)))
       and ($4 <> 'mine' or exists (
         select 1 from care_team_members t where t.clinic_id = $1 and t.client_id = r.client_id
           and t.staff_member_id = $2 and t.seat in ('words', 'supervisor')))
       and ($5::uuid is null or (r.sent_at, r.id) < (
         select a.sent_at, a.id from reflections a where a.clinic_id = $1 and a.id = $5))
     order by r.sent_at desc, r.id desc limit $6`,
    [tx.actor.clinicId, readerOf(tx), choice.clientId, choice.view, choice.after, choice.limit],
  );
  return rows.map(({ id }) => id);
}

export async function reflectionExists(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query('select 1 from reflections where clinic_id = $1 and id = $2', [
    tx.actor.clinicId,
    id,
  ]);
  return rows.length > 0;
}

export interface SearchedRow {
  id: string;
  client_id: string;
  body_sealed: Buffer;
  sent_at: Date;
}

/** The next ones to look through, newest first; those that were taken back hold nothing. */
export function nextToSearch(
  tx: Tx,
  clientId: string | null,
  after: SearchedRow | undefined,
  limit: number,
): Promise<SearchedRow[]> {
  return tx.query<SearchedRow>(
    `select id, client_id, body_sealed, sent_at from reflections
     where clinic_id = $1 and withdrawn_at is null and ($2::uuid is null or client_id = $2)
       and ($3::uuid is null or (sent_at, id) < (
         select a.sent_at, a.id from reflections a where a.clinic_id = $1 and a.id = $3))
     order by sent_at desc, id desc limit $4`,
    [tx.actor.clinicId, clientId, after?.id ?? null, limit],
  );
}

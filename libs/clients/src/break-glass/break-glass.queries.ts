import type { Tx } from '@app/platform/database/database.js';

/** A client as the search sees them: an id and a sealed name, nothing else. */
export interface SealedName {
  client_id: string;
  name_sealed: Buffer;
}

/** Every client of the clinic whose words the caller cannot read now. Answers practitioners alone. */
export function clientsOutOfReach(tx: Tx): Promise<SealedName[]> {
  return tx.query<SealedName>(
    `select f.client_id, f.name_sealed from find_clients_for_break_glass() f
     where f.client_id <> all ((select app_word_clients())::uuid[])`,
  );
}

/** Sealed names of these clients, in reach or not. Answers practitioners alone. */
export function sealedNames(tx: Tx, clientIds: readonly string[]): Promise<SealedName[]> {
  return tx.query<SealedName>(
    'select f.client_id, f.name_sealed from find_clients_for_break_glass() f where f.client_id = any ($1)',
    [clientIds],
  );
}

/**
 * Takes one of the searches that one person has in an hour; 0, or the seconds until there are more. Who searches
 * at the same time waits here, so that none is counted twice.
 */
export async function takeSearch(tx: Tx, keyHash: Buffer): Promise<number> {
  const params = [keyHash, SEARCHES_AN_HOUR];
  if ((await tx.query(TAKE_SEARCH, params)).length > 0) return 0;
  const [left] = await tx.query<{ seconds: number }>(
    `select ceil(extract(epoch from last_failure_at + interval '1 hour' - app_now()))::int as seconds
     from sign_in_throttles where key_hash = $1`,
    [keyHash],
  );
  return Math.max(1, left?.seconds ?? 1);
}

/** More would read out the list of all clients, a few letters at a time. */
const SEARCHES_AN_HOUR = 20;

// Here the time of the row is when its hour began.
const TAKE_SEARCH = `
  insert into sign_in_throttles as t (key_hash, failures, last_failure_at) values ($1, 1, app_now())
  on conflict (key_hash) do update set
    failures = case when t.last_failure_at <= app_now() - interval '1 hour' then 1 else t.failures + 1 end,
    last_failure_at =
      case when t.last_failure_at <= app_now() - interval '1 hour' then app_now() else t.last_failure_at end
  where t.failures < $2 or t.last_failure_at <= app_now() - interval '1 hour'
  returning 1`;

/** Is there such a client, and does the caller read their words already? */
export async function reachOf(tx: Tx, clientId: string): Promise<{ exists: boolean; isInReach: boolean }> {
  const [row] = await tx.query<{ exists: boolean; in_reach: boolean }>(
    `select app_client_exists($1) as exists, $1::uuid = any ((select app_word_clients())::uuid[]) as in_reach`,
    [clientId],
  );
  return { exists: row?.exists ?? false, isInReach: row?.in_reach ?? false };
}

/** The accounts to be told that a client's record was opened: their care team and every admin, but oneself. */
export async function accountsToTell(tx: Tx, clientId: string, exceptId: string): Promise<string[]> {
  const rows = await tx.query<{ account_id: string }>(
    `select s.account_id from staff_members s
     where s.clinic_id = $1 and s.status = 'active' and s.id <> $3
       and ('admin' = any (s.roles) or s.id = any (app_colleagues_on_care_team($2)))
     order by s.id`,
    [tx.actor.clinicId, clientId, exceptId],
  );
  return rows.map((row) => row.account_id);
}

/**
 * Has the caller this client in reach by break-glass alone: by no role, no seat, and no cover? Such reach ends
 * within the hour, and nothing may be done with it that would outlast it.
 */
export async function isThereByGlassAlone(tx: Tx, clientId: string): Promise<boolean> {
  const [row] = await tx.query<{ alone: boolean }>(
    `select not app_sees_every_client() and app_is_practitioner() and not exists (
       select 1 from care_team_members t
       where t.clinic_id = $1 and t.client_id = $2 and (t.staff_member_id = app_staff_member() or exists (
         select 1 from absences a where a.clinic_id = $1 and a.staff_member_id = t.staff_member_id
           and a.cover_id = app_staff_member() and a.ended_at is null
           and a.starts_at <= app_now() and app_now() < a.ends_at))) as alone`,
    [tx.actor.clinicId, clientId],
  );
  return row?.alone ?? true;
}

/** Ends every access of a staff member that still runs. Nobody but an admin ends those of others. */
export function endAccessesOf(tx: Tx, staffMemberId: string): Promise<{ id: string; clientId: string }[]> {
  return tx.query<{ id: string; clientId: string }>(
    `with ended as (
       update break_glass_accesses set ended_at = app_now()
       where clinic_id = $1 and staff_member_id = $2 and ended_at is null and ends_at > app_now()
       returning id, client_id)
     select id, client_id as "clientId" from ended order by id`,
    [tx.actor.clinicId, staffMemberId],
  );
}

import type { Tx } from '@app/platform/database/database.js';
import { hasMornings, type StaffedMornings } from './staffed-mornings.rules.js';

/** The hours of a roster as they are read; all null where there is none. */
export interface RosterHours {
  roster_zone: string | null;
  open_from: string | null;
  open_to: string | null;
  open_days: number[] | null;
  holidays: string[] | null;
}

/**
 * Who answers flags of the mind, where somebody stands in for them too, and neither has left. A client's own acts see
 * no more of it.
 */
export const ROSTER = `(
  select * from app_roster_of('psychological') a
  where a.responder_now is not null and (a.backup_now is not null or a.has_outside_backup)) r`;

export const MORNINGS = `r.time_zone as roster_zone, to_char(r.open_from, 'HH24:MI') as open_from,
  to_char(r.open_to, 'HH24:MI') as open_to, r.open_days, r.holidays::text[] as holidays`;

export function morningsOf({
  roster_zone: timeZone,
  open_from: openFrom,
  open_to: openTo,
  open_days: openDays,
  holidays,
}: RosterHours): StaffedMornings | null {
  if (!timeZone || !openFrom || !openTo || !openDays || !holidays) return null;
  const mornings = { timeZone, openFrom, openTo, openDays, holidays };
  return hasMornings(mornings) ? mornings : null;
}

/** Always in the same order: two changes at once wait for each other instead of locking each other out. */
export async function clientsWhoWaitForMornings(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select c.id from clients c
     where c.clinic_id = $1 and c.status = 'active' and exists (
       select 1 from integration_plans p
       join plan_steps s on s.clinic_id = p.clinic_id and s.plan_id = p.id and s.removed_at is null
       where p.clinic_id = c.clinic_id and p.client_id = c.id and p.status = 'live'
         and s.spec ->> 'staffedMornings' = 'true')
     order by c.id`,
    [tx.actor.clinicId],
  );
  return rows.map(({ id }) => id);
}

/** The clinic's staffed mornings; null where nobody answers a flag on one. */
export async function staffedMornings(tx: Tx): Promise<StaffedMornings | null> {
  const [row] = await tx.query<RosterHours>(`select ${MORNINGS} from ${ROSTER}`);
  return row ? morningsOf(row) : null;
}

import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { ReadingFacts } from './reading-contract.rules.js';

/** The first booked call after an instant whose practitioner reads this client's words: lateral to `c`, `at`. */
export const firstCallAfter = (at: string) => `
  select b.starts_at, b.practitioner_id from appointments b
  join care_team_members t on t.clinic_id = b.clinic_id and t.client_id = b.client_id
    and t.staff_member_id = b.practitioner_id and t.seat in ('words', 'supervisor')
  join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id and s.status = 'active'
  where b.clinic_id = c.clinic_id and b.client_id = c.id and b.status = 'booked' and b.starts_at > ${at}
  order by b.starts_at limit 1`;

/** What is known now about when something of this client's would be read. @throws NotFound */
export async function readingFacts(tx: Tx, clientId: string): Promise<ReadingFacts> {
  const [row] = await tx.query<{
    call_at: Date | null;
    reading_days: number[];
    time_zone: string;
    open_to: string;
    open_days: number[];
  }>(
    `select a.starts_at as call_at, k.reading_days, l.time_zone, l.open_to, l.open_days
     from clients c
     join clinics k on k.clinic_id = c.clinic_id
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     left join lateral (${firstCallAfter('app_now()')}) a on true
     where c.clinic_id = $1 and c.id = $2`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) throw new NotFound('client');
  return {
    nextCallAt: row.call_at && toInstant(row.call_at),
    readingDays: row.reading_days,
    locationZone: row.time_zone,
    openTo: row.open_to,
    openDays: row.open_days,
  };
}

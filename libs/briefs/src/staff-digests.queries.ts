import type { Temporal } from 'temporal-polyfill';
import type { DigestFigures } from '@app/design/emails/digest-email.js';
import type { Role } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';

/** One of the staff who may be told of the day. */
export interface DigestReceiver {
  accountId: string;
  roles: Role[];
  timeZone: string;
  isAway: boolean;
}

export async function digestReceiver(tx: Tx, staffMemberId: string): Promise<DigestReceiver | null> {
  const [row] = await tx.query<DigestReceiver>(
    `select s.account_id as "accountId", s.roles, l.time_zone as "timeZone", exists (
       select 1 from absences a where a.clinic_id = s.clinic_id and a.staff_member_id = s.id
         and a.ended_at is null and a.starts_at <= app_now() and app_now() < a.ends_at) as "isAway"
     from staff_members s join locations l on l.clinic_id = s.clinic_id and l.id = s.location_id
     where s.clinic_id = $1 and s.id = $2`,
    [tx.actor.clinicId, staffMemberId],
  );
  return row ?? null;
}

/**
 * Takes today's turn to tell this person of the day, on the calendar of their location. One statement, so that
 * of two workers one gets it: false when it was taken already, or is not wanted any more.
 */
export async function takeDigestTurn(tx: Tx, staffMemberId: string): Promise<boolean> {
  const taken = await tx.query(
    `with taken as (
       update staff_members s set digest_on = (app_now() at time zone l.time_zone)::date from locations l
       where s.clinic_id = $1 and s.id = $2 and l.clinic_id = s.clinic_id and l.id = s.location_id
         and s.status = 'active' and s.wants_digest
         and s.digest_on is distinct from (app_now() at time zone l.time_zone)::date
       returning s.id)
     select id from taken`,
    [tx.actor.clinicId, staffMemberId],
  );
  return taken.length === 1;
}

/** Of the clients in this person's reach: row-level security counts for whoever asks, and for nobody else. */
export async function waitingToday(
  tx: Tx,
  practitionerId: string,
  day: { starts: Temporal.Instant; ends: Temporal.Instant },
): Promise<Pick<DigestFigures, 'callRequests' | 'calls' | 'toConfirm'>> {
  const [row] = await tx.query<Pick<DigestFigures, 'callRequests' | 'calls' | 'toConfirm'>>(
    `select
       (select count(*)::integer from safety_flags f
         where f.clinic_id = $1 and f.closed_at is null) as "callRequests",
       (select count(*)::integer from appointments a
         where a.clinic_id = $1 and a.practitioner_id = $2 and a.status = 'booked'
           and a.starts_at >= $3 and a.starts_at < $4) as calls,
       (select count(*)::integer from ketamine_sessions k
         where k.clinic_id = $1 and k.status = 'planned' and k.held_at <= app_now()) as "toConfirm"`,
    [tx.actor.clinicId, practitionerId, toDate(day.starts), toDate(day.ends)],
  );
  return row!;
}

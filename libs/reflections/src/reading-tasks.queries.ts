import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import { firstCallAfter } from './reading-facts.queries.js';
import type { SeatedReader, UnreadReflection } from './reading-tasks.rules.js';

/**
 * Whether a reading `g` keeps the promise for its reflection: it is that of a seat or of a cover. Somebody who
 * broke the glass and looked is not who the client was told of.
 */
export const READING_COUNTS = `not exists (
  select 1 from break_glass_accesses b
  where b.clinic_id = g.clinic_id and b.client_id = g.client_id and b.staff_member_id = g.staff_member_id
    and b.opened_at <= g.read_at and g.read_at < coalesce(b.ended_at, b.ends_at)
    and not exists (
      select 1 from care_team_members t where t.clinic_id = g.clinic_id and t.client_id = g.client_id
        and t.staff_member_id = g.staff_member_id and t.seat in ('words', 'supervisor'))
    and not exists (
      select 1 from absences a join care_team_members t on t.clinic_id = a.clinic_id and t.client_id = g.client_id
        and t.staff_member_id = a.staff_member_id and t.seat in ('words', 'supervisor')
      where a.clinic_id = g.clinic_id and a.cover_id = g.staff_member_id
        and a.starts_at <= g.read_at and g.read_at < coalesce(a.ended_at, a.ends_at)))`;

/** Who reads a client's words, longest first; an absence counts from its first minute to its last. */
const READERS = `
  select coalesce(jsonb_agg(jsonb_build_object('staffMemberId', t.staff_member_id, 'seat', t.seat,
    'isAway', away.is_away, 'coverIds', away.cover_ids) order by t.joined_at, t.staff_member_id), '[]') as readers
  from care_team_members t
  join staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id and s.status = 'active'
    and 'practitioner' = any (s.roles)
  cross join lateral (
    select count(*) > 0 as is_away, coalesce(jsonb_agg(a.cover_id order by a.starts_at, a.id)
      filter (where v.id is not null), '[]') as cover_ids
    from absences a
    left join staff_members v on v.clinic_id = a.clinic_id and v.id = a.cover_id and v.status = 'active'
      and 'practitioner' = any (v.roles)
    where a.clinic_id = t.clinic_id and a.staff_member_id = t.staff_member_id and a.ended_at is null
      and a.starts_at <= app_now() and app_now() < a.ends_at) away
  where t.clinic_id = c.clinic_id and t.client_id = c.id and t.seat in ('words', 'supervisor')`;

interface UnreadRow {
  client_id: string;
  sent_at: Date;
  promised_by: Date;
  time_zone: string;
  caller_id: string | null;
  readers: SeatedReader[];
}

/** What nobody has read that was promised until then. Row-level security shows whose words one reads. */
export async function unreadPromised(tx: Tx, until: Temporal.Instant): Promise<UnreadReflection[]> {
  const rows = await tx.query<UnreadRow>(
    `select r.client_id, r.sent_at, r.promised_by, l.time_zone, call.practitioner_id as caller_id, team.readers
     from reflections r
     join clients c on c.clinic_id = r.clinic_id and c.id = r.client_id and c.status <> 'died'
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     cross join lateral (${READERS}) team
     left join lateral (${firstCallAfter('r.sent_at')}) call on call.starts_at <= r.sent_at + interval '7 days'
     where r.clinic_id = $1 and r.promised_by <= $2
       and not exists (select 1 from readings g
         where g.clinic_id = r.clinic_id and g.reflection_id = r.id and ${READING_COUNTS})
     order by r.promised_by, r.id`,
    [tx.actor.clinicId, toDate(until)],
  );
  return rows.map((row) => ({
    clientId: row.client_id,
    sentAt: toInstant(row.sent_at),
    promisedBy: toInstant(row.promised_by),
    timeZone: row.time_zone,
    callerId: row.caller_id,
    readers: row.readers,
  }));
}

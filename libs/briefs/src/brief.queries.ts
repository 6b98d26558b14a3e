import { audited } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Database, Statement } from '@app/platform/database/database.js';
import type { Temporal } from 'temporal-polyfill';
import { BRIEF_PARTS } from './brief-parts.queries.js';
import type { BriefRows } from './brief-rows.js';

export interface BriefWish {
  appointmentId: string;
  /** To be copied into a chart: only for who reads the client's words. */
  forChart: boolean;
}

/**
 * Everything a brief shows and the audit row that tells of it, in one round trip and one document. Null, and no row,
 * for who reads nothing of this client. Reflections reach back to the last call, or seven days before the latest
 * session, whichever is earlier: the chart needs the days before it.
 */
export async function loadBrief(
  db: Database,
  actor: StaffActor,
  { appointmentId, forChart }: BriefWish,
): Promise<{ now: Temporal.Instant; brief: BriefRows | null }> {
  const read = briefStatement(actor, { appointmentId, forChart });
  const action = forChart ? 'chart-note.read' : 'brief.read';
  const { now, rows } = await db.atOnce<{ answer: BriefRows }>(
    actor,
    audited(actor, read, { action, subjectType: 'appointment' }),
  );
  return { now, brief: rows[0]?.answer ?? null };
}

/** The read alone. */
export function briefStatement(
  { clinicId, staffMemberId }: Pick<StaffActor, 'clinicId' | 'staffMemberId'>,
  { appointmentId, forChart }: BriefWish,
): Statement {
  return { sql: BRIEF, params: [clinicId, appointmentId, staffMemberId, forChart] };
}

const BRIEF = `
with clock as materialized (
  -- Asked once: every call of it looks into a table.
  select app_now() as now
), a as (
  select * from appointments where clinic_id = $1 and id = $2
), c as (
  select c.* from clients c, a where c.clinic_id = $1 and c.id = a.client_id
), last_call as (
  select l.id, l.starts_at from appointments l, a
  where l.clinic_id = $1 and l.client_id = a.client_id and l.id <> a.id and l.status = 'booked'
    and l.starts_at < least(a.starts_at, (select now from clock))
    -- A visit with somebody who does not read these words is no call about them.
    and (l.practitioner_id = $3 or exists (select 1 from care_team_members t where t.clinic_id = $1
      and t.client_id = l.client_id and t.staff_member_id = l.practitioner_id and t.seat in ('words', 'supervisor')))
  order by l.starts_at desc limit 1
), completed as (
  select s.id, s.series_id, s.held_at from ketamine_sessions s, a
  where s.clinic_id = $1 and s.client_id = a.client_id and s.status = 'completed' and s.held_at <= (select now from clock)
), latest as (
  select * from completed order by held_at desc limit 1
), since as (
  select coalesce((select starts_at from last_call), '-infinity'::timestamptz) as at
), reach as (
  select least((select at from since),
    coalesce((select held_at from latest) - interval '7 days', (select at from since))) as at
), told as (
  select r.*, g.staff_member_id as reader_id, g.read_at, w.body_sealed as wishes_sealed, p.template_code,
    -- What nobody has read never drops out, whether that call was held or not.
    (r.sent_at > (select at from since) or r.withdrawn_at > (select at from since)
      or g.read_at is null and r.withdrawn_at is null) as is_since_last_call
  from reflections r
  join a on r.client_id = a.client_id
  left join lateral (
    select u.staff_member_id, u.read_at from readings u where u.clinic_id = $1 and u.reflection_id = r.id
    order by (u.staff_member_id = $3) desc, u.read_at limit 1) g on true
  left join reflection_wishes w on w.clinic_id = $1 and w.reflection_id = r.id
  left join prompts p on p.clinic_id = $1 and p.id = r.prompt_id
  where r.clinic_id = $1 and (r.sent_at > (select at from reach) or r.withdrawn_at > (select at from reach)
    or g.read_at is null and r.withdrawn_at is null or w.reflection_id is not null)
), client_key as (
  select k.version, k.wrapped from client_keys k, a
  where k.clinic_id = $1 and k.client_id = a.client_id order by k.version desc limit 1
)
select json_build_object(${BRIEF_PARTS}) as answer,
  array[a.id] || array(
    select id from told where is_since_last_call or wishes_sealed is not null order by sent_at, id) as subject_ids,
  array[a.client_id] as client_ids
from a
where exists (select 1 from client_key)
  -- The body seat, and who covers for it.
  or not $4::boolean and a.client_id = any ((select app_care_clients())::uuid[])`;

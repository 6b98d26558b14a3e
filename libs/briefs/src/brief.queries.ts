import type { Tx } from '@app/platform/database/database.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import type { ClientStatus } from '@app/clients/client.types.js';
import type { Wait } from '@app/reflections/reading-contract.rules.js';

/** Sealed columns travel as base64 inside the one JSON document. */
export interface BriefRows {
  appointment: {
    id: string;
    version: number;
    client_id: string;
    practitioner_id: string;
    starts_at: string;
    minutes: number;
    status: 'booked' | 'cancelled';
  };
  client: {
    id: string;
    name: string | null;
    pronouns: string | null;
    phone: string | null;
    time_zone: string;
    status: ClientStatus;
  };
  clinic: { name: string };
  /** The client's newest key: null for who may not read this client's words. */
  client_key: { version: number; wrapped: string } | null;
  closing_note: { note: string; written_at: string } | null;
  last_call: { id: string; starts_at: string; note: string | null } | null;
  session: {
    id: string;
    held_at: string;
    number_in_series: number;
    planned_in_series: number;
  } | null;
  sessions: { held_at: string }[];
  reflections: BriefReflectionRow[];
  unanswered: {
    id: string;
    template_code: string;
    template_version: number;
    status: PromptStatus;
    send_at: string;
    /** `bounced`: every e-mail of it that left came back. */
    delivery: MailingStatus | 'bounced' | null;
  }[];
  calls_today: { id: string }[];
  staff: { id: string; name: string; time_zone: string }[];
}

export interface BriefReflectionRow {
  id: string;
  version: number;
  prompt_id: string | null;
  body: string;
  sent_at: string;
  wait: Wait;
  promised_by: string | null;
  /** When the latest completed session before it was held; null before the first. */
  after_session_at: string | null;
  is_since_last_call: boolean;
  reading: { staff_member_id: string; read_at: string } | null;
}

/**
 * Everything a brief shows, in one round trip and one document. Reflections reach back to the last call, or
 * seven days before the latest session, whichever is earlier: the chart needs the days before it.
 */
export async function loadBrief(
  tx: Tx,
  appointmentId: string,
  staffMemberId: string,
): Promise<BriefRows | null> {
  const [row] = await tx.query<{ brief: BriefRows | null }>(BRIEF, [
    tx.actor.clinicId,
    appointmentId,
    staffMemberId,
  ]);
  return row?.brief ?? null;
}

const BRIEF = `
with a as (
  select * from appointments where clinic_id = $1 and id = $2
), c as (
  select c.* from clients c, a where c.clinic_id = $1 and c.id = a.client_id
), last_call as (
  select l.id, l.starts_at from appointments l, a
  where l.clinic_id = $1 and l.client_id = a.client_id and l.id <> a.id and l.status = 'booked'
    and l.starts_at < least(a.starts_at, app_now())
    -- A visit with somebody who does not read these words is no call about them.
    and (l.practitioner_id = $3 or exists (select 1 from care_team_members t where t.clinic_id = $1
      and t.client_id = l.client_id and t.staff_member_id = l.practitioner_id and t.seat in ('words', 'supervisor')))
  order by l.starts_at desc limit 1
), completed as (
  select s.id, s.series_id, s.held_at from ketamine_sessions s, a
  where s.clinic_id = $1 and s.client_id = a.client_id and s.status = 'completed' and s.held_at <= app_now()
), latest as (
  select * from completed order by held_at desc limit 1
), since as (
  select coalesce((select starts_at from last_call), '-infinity'::timestamptz) as at
), reach as (
  select least((select at from since),
    coalesce((select held_at from latest) - interval '7 days', (select at from since))) as at
)
select json_build_object(
  'appointment', (select to_json(x) from (select id, version, client_id, practitioner_id, starts_at, minutes, status) x),
  'client', (select json_build_object('id', c.id, 'name', encode(c.name_sealed, 'base64'),
    'pronouns', encode(c.pronouns_sealed, 'base64'), 'phone', encode(c.phone_sealed, 'base64'),
    'time_zone', c.time_zone, 'status', c.status) from c),
  'clinic', (select json_build_object('name', k.name) from clinics k where k.clinic_id = $1),
  'client_key', (select json_build_object('version', k.version, 'wrapped', encode(k.wrapped, 'base64'))
    from client_keys k where k.clinic_id = $1 and k.client_id = a.client_id
    order by k.version desc limit 1),
  'closing_note', (select json_build_object('note', encode(n.note_sealed, 'base64'), 'written_at', n.written_at)
    from closing_notes n where n.clinic_id = $1 and n.appointment_id = a.id),
  'last_call', (select json_build_object('id', l.id, 'starts_at', l.starts_at, 'note', encode(n.note_sealed, 'base64'))
    from last_call l left join closing_notes n on n.clinic_id = $1 and n.appointment_id = l.id),
  'session', (select json_build_object('id', s.id, 'held_at', s.held_at,
    'number_in_series', (select count(*) from completed o where o.series_id = s.series_id and o.held_at <= s.held_at),
    'planned_in_series', (select count(*) from ketamine_sessions o where o.clinic_id = $1
      and o.series_id = s.series_id and o.status in ('planned', 'completed'))) from latest s),
  'sessions', (select coalesce(json_agg(json_build_object('held_at', s.held_at) order by s.held_at), '[]')
    from completed s where s.held_at >= (select at from reach)),
  'reflections', (select coalesce(json_agg(r order by r.sent_at, r.id), '[]') from (
    select r.id, r.version, r.prompt_id, encode(r.body_sealed, 'base64') as body, r.sent_at, r.wait, r.promised_by,
      (select max(s.held_at) from completed s where s.held_at <= r.sent_at) as after_session_at,
      -- What nobody has read never drops out, whether that call was held or not.
      (r.sent_at > (select at from since) or not exists (
        select 1 from readings u where u.clinic_id = $1 and u.reflection_id = r.id)) as is_since_last_call,
      (select json_build_object('staff_member_id', g.staff_member_id, 'read_at', g.read_at)
       from readings g where g.clinic_id = $1 and g.reflection_id = r.id
       order by (g.staff_member_id = $3) desc, g.read_at limit 1) as reading
    from reflections r where r.clinic_id = $1 and r.client_id = a.client_id
      and (r.sent_at > (select at from reach) or not exists (
        select 1 from readings u where u.clinic_id = $1 and u.reflection_id = r.id))) r),
  'unanswered', (select coalesce(json_agg(p order by p.send_at, p.id), '[]') from (
    select p.id, p.template_code, p.template_version, p.status, p.send_at,
      case when exists (
          select 1 from mailings b join delivery_events e on e.clinic_id = $1 and e.mailing_id = b.id
          where b.clinic_id = $1 and b.prompt_id = p.id and e.kind in ('bounced', 'bounced-for-now'))
        and not exists (
          select 1 from mailings o where o.clinic_id = $1 and o.prompt_id = p.id and o.status = 'sent'
            and not exists (select 1 from delivery_events e where e.clinic_id = $1 and e.mailing_id = o.id
              and e.kind in ('bounced', 'bounced-for-now')))
        then 'bounced' else m.status end as delivery
    from prompts p left join mailings m on m.clinic_id = $1 and m.prompt_id = p.id and m.kind = 'first'
    where p.clinic_id = $1 and p.client_id = a.client_id and p.send_at <= app_now()
      and p.send_at > greatest((select at from since), app_now() - interval '35 days')
      and (p.status in ('sent', 'skipped', 'expired', 'missed', 'rested', 'suppressed')
        or p.status = 'scheduled' and m.status in ('failed', 'unknown'))) p),
  'calls_today', (select coalesce(json_agg(json_build_object('id', o.id) order by o.starts_at, o.id), '[]')
    from appointments o
    join staff_members me on me.clinic_id = $1 and me.id = $3
    join locations l on l.clinic_id = $1 and l.id = me.location_id
    where o.clinic_id = $1 and o.practitioner_id = $3 and o.status = 'booked'
      and (o.starts_at at time zone l.time_zone)::date = (a.starts_at at time zone l.time_zone)::date
      and o.starts_at between a.starts_at - interval '2 days' and a.starts_at + interval '2 days'),
  'staff', (select json_agg(json_build_object('id', s.id, 'name', encode(s.name_sealed, 'base64'),
      'time_zone', l.time_zone))
    from staff_members s join locations l on l.clinic_id = $1 and l.id = s.location_id where s.clinic_id = $1)
) as brief
from a`;

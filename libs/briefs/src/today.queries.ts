import type { Tx } from '@app/platform/database/database.js';
import type { KetamineRoute, SessionSetting } from '@app/sessions/session.types.js';
import type { DeliveryTrouble } from './today.view.js';

export interface CallRow {
  id: string;
  client_id: string;
  practitioner_id: string;
  starts_at: Date;
  minutes: number;
  last_call_at: Date | null;
  session_held_at: Date | null;
  number_in_series: number | null;
  planned_in_series: number | null;
  resting: boolean;
  call_requested: boolean;
}

/** Booked calls between two instants, in order of time, with where each client stands. */
export function callsBetween(tx: Tx, from: Date, to: Date): Promise<CallRow[]> {
  return tx.query<CallRow>(
    `select a.id, a.client_id, a.practitioner_id, a.starts_at, a.minutes,
       (select max(l.starts_at) from appointments l where l.clinic_id = $1 and l.client_id = a.client_id
         and l.status = 'booked' and l.id <> a.id and l.starts_at < least(a.starts_at, app_now())
         and exists (select 1 from care_team_members t where t.clinic_id = $1 and t.client_id = l.client_id
           and t.staff_member_id = l.practitioner_id and t.seat in ('words', 'supervisor'))) as last_call_at,
       s.held_at as session_held_at, s.number_in_series, s.planned_in_series,
       coalesce(c.rest_from <= app_now() and (c.rest_until is null or app_now() < c.rest_until), false) as resting,
       exists (select 1 from safety_flags f where f.clinic_id = $1 and f.client_id = a.client_id
         and f.kind = 'call-me' and f.closed_at is null) as call_requested
     from appointments a
     join clients c on c.clinic_id = $1 and c.id = a.client_id
     left join lateral (
       select k.held_at,
         (select count(*)::integer from ketamine_sessions o where o.clinic_id = $1 and o.series_id = k.series_id
           and o.status = 'completed' and o.held_at <= k.held_at) as number_in_series,
         (select count(*)::integer from ketamine_sessions o where o.clinic_id = $1 and o.series_id = k.series_id
           and o.status in ('planned', 'completed')) as planned_in_series
       from ketamine_sessions k where k.clinic_id = $1 and k.client_id = a.client_id
         and k.status = 'completed' and k.held_at <= app_now()
       order by k.held_at desc limit 1) s on true
     where a.clinic_id = $1 and a.status = 'booked' and a.starts_at >= $2 and a.starts_at < $3
     order by a.starts_at, a.id`,
    [tx.actor.clinicId, from, to],
  );
}

export interface PastSessionRow {
  id: string;
  version: number;
  client_id: string;
  series_id: string;
  location_id: string;
  time_zone: string;
  route: KetamineRoute;
  setting: SessionSetting;
  held_at: Date;
  number_in_series: number;
}

/** Planned ketamine sessions whose time has passed: did they happen? */
export function undecidedSessions(tx: Tx): Promise<PastSessionRow[]> {
  return tx.query<PastSessionRow>(
    `select s.id, s.version, s.client_id, s.series_id, s.location_id, l.time_zone, s.route, s.setting, s.held_at,
       (select count(*)::integer from ketamine_sessions o where o.clinic_id = $1 and o.series_id = s.series_id
         and o.status in ('planned', 'completed') and (o.held_at, o.id) <= (s.held_at, s.id)) as number_in_series
     from ketamine_sessions s join locations l on l.clinic_id = $1 and l.id = s.location_id
     where s.clinic_id = $1 and s.status = 'planned' and s.held_at <= app_now()
     order by s.held_at, s.id limit 50`,
    [tx.actor.clinicId],
  );
}

export interface GoingOutRow {
  id: string;
  version: number;
  client_id: string;
  template_code: string;
  template_version: number;
  send_at: Date;
  local_time: string;
  held: boolean;
  waits: boolean;
}

/** Prompts that leave before `until`, were nothing to change. */
export function promptsGoingOut(tx: Tx, until: Date): Promise<GoingOutRow[]> {
  return tx.query<GoingOutRow>(
    `select p.id, p.version, p.client_id, p.template_code, p.template_version, p.send_at, p.local_time, p.held,
       not app_may_ask('first', p) as waits
     from prompts p
     join mailings m on m.clinic_id = $1 and m.prompt_id = p.id and m.kind = 'first'
     left join ketamine_sessions s on s.clinic_id = $1 and s.id = p.needs_session_id
     where p.clinic_id = $1 and p.status = 'scheduled' and m.status = 'scheduled'
       and p.send_at < $2 and p.send_until > app_now()
       and (p.needs_session_id is null or s.status = 'completed')
     order by p.send_at, p.id limit 50`,
    [tx.actor.clinicId, until],
  );
}

/** Active clients with a live plan and no call ahead: who is alone with what came up. */
export function clientsWithoutCall(
  tx: Tx,
): Promise<{ client_id: string; last_contact_at: Date | null; new_reflections: number }[]> {
  return tx.query(
    `select c.id as client_id,
       greatest(
         (select max(a.starts_at) from appointments a where a.clinic_id = $1 and a.client_id = c.id
           and a.status = 'booked' and a.starts_at <= app_now()),
         (select max(r.sent_at) from reflections r where r.clinic_id = $1 and r.client_id = c.id)) as last_contact_at,
       (select count(*)::integer from reflections r where r.clinic_id = $1 and r.client_id = c.id
         and r.withdrawn_at is null and not exists (select 1 from readings g where g.clinic_id = $1 and g.reflection_id = r.id)) as new_reflections
     from clients c
     where c.clinic_id = $1 and c.status = 'active'
       and exists (select 1 from integration_plans i where i.clinic_id = $1 and i.client_id = c.id and i.status = 'live')
       and not exists (select 1 from appointments a where a.clinic_id = $1 and a.client_id = c.id
         and a.status = 'booked' and a.starts_at > app_now())
     order by last_contact_at nulls first, c.id limit 50`,
    [tx.actor.clinicId],
  );
}

export interface DeliveryRow {
  event_id: string | null;
  /** The three are null for a mail that belongs to no prompt. */
  prompt_id: string | null;
  template_code: string | null;
  template_version: number | null;
  client_id: string;
  status: DeliveryTrouble;
  at: Date;
}

/**
 * Mailings nobody knows the end of, refused ones and prompts whose time passed, of the last 7 days; and what mail
 * servers said since, the newest of a client and kind, until somebody has seen to it.
 */
export function deliveryTasks(tx: Tx): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>(
    `with said as (
       select distinct on (e.client_id, e.kind) e.id, e.client_id, e.mailing_id, e.kind, e.at
       from delivery_events e
       join mailings m on m.clinic_id = $1 and m.id = e.mailing_id
       join clients c on c.clinic_id = $1 and c.id = e.client_id
       where e.clinic_id = $1 and e.kind <> 'delayed' and e.settled_at is null
         and c.email_sealed is not null and c.status in ('active', 'on_hold')
         -- What an old address says is no news of the new one.
         and (c.email_changed_at is null or c.email_changed_at < coalesce(m.sent_at, app_now()))
       order by e.client_id, e.kind, e.at desc, e.id)
     select null::uuid as event_id, p.id as prompt_id, p.client_id, p.template_code, p.template_version,
       case when p.status = 'missed' then 'missed' else m.status end as status,
       coalesce(m.sent_at, p.closed_at, p.send_at) as at
     from prompts p join mailings m on m.clinic_id = $1 and m.prompt_id = p.id and m.kind = 'first'
     where p.clinic_id = $1 and p.send_at > app_now() - interval '7 days'
       -- Asked only once its session was marked as held: nobody has to look where nobody was to be asked.
       and not exists (select 1 from ketamine_sessions s
         where s.clinic_id = $1 and s.id = p.needs_session_id and s.status = 'planned')
       and (p.status = 'missed'
         or p.status = 'sent' and m.status = 'unknown'
         or p.status = 'suppressed' and m.status = 'failed')
     union all
     select s.id, p.id, s.client_id, p.template_code, p.template_version,
       case s.kind when 'bounced-for-now' then 'soft-bounced' else s.kind end, s.at
     from said s
     join mailings m on m.clinic_id = $1 and m.id = s.mailing_id
     left join prompts p on p.clinic_id = $1 and p.id = m.prompt_id
     order by at desc, prompt_id limit 50`,
    [tx.actor.clinicId],
  );
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction, finderPolicy, replaceFinderFunction, tenantPolicy } from './policies.js';

const IS_OFFICE = `((select app_is_admin()) or (select app_is_system()))`;
const KINDS = "'call-me', 'item-9', 'body-now', 'mind-now', 'body-today', 'mind-today', 'phrase'";
const ON_DUTY = `select coalesce(array_agg(distinct f.id), '{}')
  from public.safety_flags f
  join public.rosters r on r.clinic_id = f.clinic_id and r.kind = f.lane
  where f.clinic_id = app_clinic() and f.closed_at is null and app_kind() = 'staff'
    and (app_staff_member() in (r.responder_id, r.backup_id, r.lead_id)
      or exists (select 1 from public.absences a
        where a.clinic_id = f.clinic_id and a.cover_id = app_staff_member() and a.ended_at is null
          and a.staff_member_id in (r.responder_id, r.backup_id, r.lead_id)
          and a.starts_at <= public.app_now() and public.app_now() < a.ends_at))`;
/** Who stands there for them now: they themselves, or while they are away who covers; nobody who has left. */
const AT_WORK = (column: string) => `(select s.id from public.staff_members s
  where s.clinic_id = r.clinic_id and s.status = 'active' and s.id = coalesce((
    select a.cover_id from public.absences a
    where a.clinic_id = r.clinic_id and a.staff_member_id = ${column} and a.ended_at is null
      and a.starts_at <= public.app_now() and public.app_now() < a.ends_at
    order by a.starts_at desc limit 1), ${column}))`;
const CARES = `((select app_is_system()) or client_id = any ((select app_care_clients())::uuid[]))`;
const SEES_FLAG = `((select app_is_system()) or client_id = any ((select app_care_clients())::uuid[])
  or (kind = 'call-me' and (select app_sees_every_client())) or id = any ((select app_duty_flags())::uuid[]))`;

/** Two rosters, two colours, timers, a log without content, and a webhook without words. */
export class WidenSafetyLane20261125000300 implements MigrationInterface {
  name = 'WidenSafetyLane20261125000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clients add column emergency_contact_sealed bytea;
      alter table clinics
        add column pattern_thresholds jsonb,
        -- A computer looks for a few phrases in what was sent.
        add column looks_for_phrases boolean not null default true;

      alter table safety_flags drop constraint safety_flags_kind_check;
      alter table safety_flags
        add constraint safety_flags_kind_check check (kind in (${KINDS})),
        add column lane text not null default 'psychological' check (lane in ('psychological', 'medical')),
        -- What it rests on, sealed with the client's key: for the care team and whoever is on duty.
        add column evidence_sealed bytea,
        add column reflection_id uuid,
        -- Amber until then, unless the client answers before; red after it.
        add column settles_at timestamptz,
        -- When somebody else is told, were nothing to happen; moved by every step of its life.
        add column escalate_at timestamptz,
        add column escalations integer not null default 0,
        add column done_by uuid,
        add column done_at timestamptz,
        add foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        add foreign key (clinic_id, done_by) references staff_members (clinic_id, id);
      alter table safety_flags alter column lane drop default;
      create index safety_flags_overdue on safety_flags (clinic_id, escalate_at) where closed_at is null;
      ${finderPolicy('safety_flags')}
      grant select on rosters, locations to throughline_finder;

      ${finderFunction('app_duty_flags()', 'uuid[]', ON_DUTY)}
      ${finderFunction(
        'find_overdue_flags_across_clinics()',
        'table (clinic_id uuid, flag_id uuid)',
        `select f.clinic_id, f.id from public.safety_flags f
         where f.closed_at is null and f.escalate_at <= public.app_now()
         order by f.escalate_at limit 500`,
      )}
      -- For the calendar's keepers: somebody waits for a call. Not why.
      ${finderFunction(
        'find_call_backs()',
        'table (flag_id uuid, client_id uuid, raised_at timestamptz, acknowledged_at timestamptz, call_by timestamptz)',
        `select f.id, f.client_id, f.raised_at, f.acknowledged_at, f.call_by from public.safety_flags f
         where f.clinic_id = app_clinic() and app_sees_every_client() and f.closed_at is null and f.colour = 'red'`,
      )}
      -- Whom a flag that is raised now tells, and when they are there. A client's own act must know it too.
      ${finderFunction(
        'app_roster_of(of_lane text)',
        `table (responder_id uuid, backup_id uuid, lead_id uuid, has_outside_backup boolean, location_id uuid,
           time_zone text, open_from time, open_to time, open_days integer[], holidays date[],
           responder_now uuid, backup_now uuid, lead_now uuid)`,
        `select r.responder_id, r.backup_id, r.lead_id, r.outside_backup_sealed is not null, r.location_id,
           l.time_zone, r.open_from, r.open_to, r.open_days, r.holidays,
           ${AT_WORK('r.responder_id')}, ${AT_WORK('r.backup_id')}, ${AT_WORK('r.lead_id')}
         from public.rosters r
         join public.locations l on l.clinic_id = r.clinic_id and l.id = r.location_id
         where r.clinic_id = app_clinic() and r.kind = of_lane`,
      )}
      ${finderPolicy('rosters')}
      -- Somebody of it works here. Who is away has a cover.
      create function app_stands(r rosters) returns boolean language sql stable as $$
        select exists (select 1 from public.staff_members s
          where s.clinic_id = r.clinic_id and s.status = 'active'
            and s.id in (r.responder_id, r.backup_id, r.lead_id))
      $$;
      -- For a client's own acts too, which plan anew.
      ${finderFunction(
        'app_rosters_stand()',
        'boolean',
        `select 2 = (select count(*) from public.rosters r where r.clinic_id = app_clinic() and public.app_stands(r))`,
      )}
      -- Nothing asks how safe somebody is while nobody would be told. What the claim would refuse must not stand in
      -- the way of what it would take, so both ask here.
      create function app_may_ask(kind text, p prompts) returns boolean language sql stable as $$
        select p.id is null or kind = 'fresh_link' or p.priority <> 'safety-check' or p.informs
          or 2 = (select count(*) from public.rosters r where r.clinic_id = p.clinic_id and public.app_stands(r))
      $$;
      ${replaceFinderFunction(
        'find_due_mailings_across_clinics(per_clinic integer)',
        'table (clinic_id uuid, mailing_id uuid)',
        `select due.clinic_id, due.id from (
           select c.clinic_id, m.id, m.send_at,
             row_number() over (partition by c.clinic_id order by m.send_at, m.id) as turn
           from public.clinics c
           cross join lateral (
             select m.id, m.send_at from public.mailings m
             join public.clients k on k.clinic_id = m.clinic_id and k.id = m.client_id
             left join public.prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
             where m.clinic_id = c.clinic_id and m.status = 'scheduled'
               and m.send_at <= public.app_now() and m.send_until > public.app_now()
               and (p.id is null or not p.held or m.dispatched_by is not null)
               and public.app_may_mail(m.kind, k)
               and public.app_may_ask(m.kind, p)
               and (p.needs_session_id is null or exists (
                 select 1 from public.ketamine_sessions s where s.clinic_id = m.clinic_id
                   and s.id = p.needs_session_id and s.status = 'completed'))
             order by m.send_at, m.id limit per_clinic) m
         ) due order by due.turn, due.send_at`,
      )}
      drop policy safety_flags_care on safety_flags;
      create policy safety_flags_care on safety_flags as restrictive for all to throughline_app
        using ${SEES_FLAG} with check ${SEES_FLAG};

      -- What was written down with the client, six steps sealed with their key; null: gone through once more.
      alter table safety_plans add column body_sealed bytea;
      -- Who answers a flag reads it too, while that flag is open; only the care team writes one.
      drop policy safety_plans_care on safety_plans;
      create policy safety_plans_care on safety_plans as restrictive for all to throughline_app
        using (${CARES} or client_id in (select f.client_id from safety_flags f
          where f.clinic_id = (select app_clinic()) and f.id = any ((select app_duty_flags())::uuid[])))
        with check ${CARES};
      -- The client said yes to it as a sentence of its own: it stays when they take back where they wrote it.
      alter table early_signs add column stands_alone boolean not null default false;

      alter table safety_notices alter column staff_member_id drop not null;
      alter table safety_notices
        add column channel text not null default 'email' check (channel in ('email', 'outside-email', 'webhook')),
        add column reason text not null default 'raised'
          check (reason in ('raised', 'risen', 'not-accepted', 'unclaimed', 'overdue')),
        -- Which time the same reason: a broken promise may be broken again.
        add column round integer not null default 1,
        add constraint safety_notices_receiver check ((channel = 'email') = (staff_member_id is not null));
      alter table safety_notices alter column channel drop default, alter column reason drop default,
        alter column round drop default;
      -- Whoever is told of something is told once.
      create unique index safety_notices_once on safety_notices
        (clinic_id, flag_id, reason, round, channel, coalesce(staff_member_id, '00000000-0000-0000-0000-000000000000'));

      -- Raised, told, opened, claimed, closed, late: never why, never whose.
      create table safety_events (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        flag_id uuid not null,
        lane text not null check (lane in ('psychological', 'medical')),
        colour text not null check (colour in ('red', 'amber')),
        kind text not null check (kind in
          ('raised', 'risen', 'told', 'not-told', 'opened', 'acknowledged', 'escalated', 'late', 'closed')),
        staff_member_id uuid,
        at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, flag_id) references safety_flags (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id)
      );
      create index safety_events_flag on safety_events (clinic_id, flag_id, at);
      create index safety_events_at on safety_events (clinic_id, at);
      ${tenantPolicy('safety_events', 'select, insert')}
      -- A client's own act says that something was raised. What is there already is not theirs to see or touch.
      create policy safety_events_staff on safety_events as restrictive for all to throughline_app
        using ((select app_kind()) is distinct from 'client') with check (true);

      -- Where wordless notices go besides e-mail. Address and secret are sealed with the clinic's key.
      create table safety_webhooks (
        clinic_id uuid not null references clinics (clinic_id),
        url_sealed bytea not null,
        secret_sealed bytea not null,
        created_at timestamptz not null,
        disabled_at timestamptz,
        version integer not null,
        primary key (clinic_id)
      );
      ${tenantPolicy('safety_webhooks', 'select, insert, update, delete')}
      create policy safety_webhooks_office on safety_webhooks as restrictive for all to throughline_app
        using ${IS_OFFICE} with check ${IS_OFFICE};
      grant select on safety_webhooks to throughline_finder;
      ${finderFunction(
        'app_has_safety_webhook()',
        'boolean',
        `select exists (select 1 from public.safety_webhooks w
           where w.clinic_id = app_clinic() and w.disabled_at is null)`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('What was raised is never taken back.');
  }
}

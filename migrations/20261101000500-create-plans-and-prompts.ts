import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientPolicy, finderFunction, finderPolicy, tenantPolicy } from './policies.js';

const PROMPT_STATUSES =
  "'scheduled','sent','answered','skipped','expired','missed','cancelled','withdrawn','rested','superseded','suppressed'";

/** Integration plans with their steps, prompts, mailings, the link directory. */
export class CreatePlansAndPrompts20261101000500 implements MigrationInterface {
  name = 'CreatePlansAndPrompts20261101000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table integration_plans (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        template_code text not null,
        template_version integer not null,
        status text not null check (status in ('live', 'ended')),
        live_from timestamptz not null,
        ended_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create unique index integration_plans_one_live on integration_plans (clinic_id, client_id) where status = 'live';
      ${tenantPolicy('integration_plans', 'select, insert, update')}
      ${clientPolicy('integration_plans', 'contact')}
      ${finderPolicy('integration_plans')}

      create table plan_steps (
        clinic_id uuid not null,
        plan_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        position integer not null,
        prompt_template_code text not null,
        prompt_template_version integer not null,
        spec jsonb not null,
        primary key (clinic_id, plan_id, id),
        foreign key (clinic_id, plan_id) references integration_plans (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('plan_steps', 'select, insert')}
      ${clientPolicy('plan_steps', 'contact')}

      create table prompts (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        plan_id uuid not null,
        step_id uuid not null,
        anchor_id uuid not null,
        occurrence integer not null,
        template_code text not null,
        template_version integer not null,
        status text not null check (status in (${PROMPT_STATUSES})),
        held boolean not null,
        priority text not null,
        needs_session_id uuid,
        nominal_at timestamptz not null,
        send_at timestamptz not null,
        send_until timestamptz not null,
        limit_at timestamptz not null,
        local_time text not null,
        reasons jsonb not null,
        moved_to timestamptz,
        sent_at timestamptz,
        closes_at timestamptz,
        closed_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        unique (clinic_id, plan_id, step_id, anchor_id, occurrence),
        check (status <> 'scheduled' or (send_at < send_until and send_until <= limit_at)),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, plan_id, step_id) references plan_steps (clinic_id, plan_id, id),
        foreign key (clinic_id, needs_session_id) references ketamine_sessions (clinic_id, id)
      );
      create index prompts_client on prompts (clinic_id, client_id, send_at);
      create index prompts_open on prompts (clinic_id, closes_at) where status = 'sent';
      create index prompts_late on prompts (clinic_id, limit_at) where status = 'scheduled';
      ${tenantPolicy('prompts', 'select, insert, update')}
      ${clientPolicy('prompts', 'contact')}
      ${finderPolicy('prompts')}

      create table prompt_questions (
        clinic_id uuid not null,
        prompt_id uuid not null,
        client_id uuid not null,
        question_sealed bytea not null,
        primary key (clinic_id, prompt_id),
        foreign key (clinic_id, prompt_id) references prompts (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('prompt_questions', 'select, insert')}
      ${clientPolicy('prompt_questions', 'words')}

      create table mailings (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        prompt_id uuid not null,
        kind text not null check (kind in ('first', 'nudge', 'snoozed', 'fresh_link')),
        status text not null check (status in ('scheduled', 'sending', 'sent', 'unknown', 'failed', 'withdrawn')),
        send_at timestamptz not null,
        send_until timestamptz not null,
        dispatched_by uuid,
        counts_for_day boolean not null,
        message_id text not null,
        fence uuid,
        lease_until timestamptz,
        attempts integer not null,
        last_code text check (length(last_code) <= 60),
        retried boolean not null,
        sent_on date,
        sent_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, prompt_id) references prompts (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create unique index mailings_one_first on mailings (clinic_id, prompt_id) where kind = 'first';
      create unique index mailings_one_a_day on mailings (clinic_id, client_id, sent_on)
        where counts_for_day and sent_on is not null;
      create index mailings_due on mailings (clinic_id, send_at) where status = 'scheduled';
      create index mailings_leased on mailings (clinic_id, lease_until) where status = 'sending';
      create index mailings_prompt on mailings (clinic_id, prompt_id);
      ${tenantPolicy('mailings')}
      ${clientPolicy('mailings', 'contact')}
      ${finderPolicy('mailings')}

      -- Account level: a link carries no clinic, so its hash must be found before one is known. Ids only.
      create table link_directory (
        token_hash bytea primary key,
        clinic_id uuid not null references clinics (clinic_id),
        mailing_id uuid not null,
        purpose text not null check (purpose in ('reply', 'fresh', 'unsubscribe')),
        expires_at timestamptz,
        spent_at timestamptz
      );
      create index link_directory_mailing on link_directory (mailing_id);
      grant select, insert, update on link_directory to throughline_app;

      -- Does somebody read what this client sends? A call within 7 days with one who reads their words, or the
      -- clinic's reading days with such a one at work. The reply page promises no more than this.
      create function app_is_read(of_clinic uuid, of_client uuid) returns boolean language sql stable as $$
        select exists (
          select 1 from public.care_team_members t
          join public.staff_members s on s.clinic_id = t.clinic_id and s.id = t.staff_member_id
          join public.clinics k on k.clinic_id = t.clinic_id
          where t.clinic_id = of_clinic and t.client_id = of_client and t.seat in ('words', 'supervisor')
            and s.status = 'active'
            and (cardinality(k.reading_days) > 0 or exists (
              select 1 from public.appointments a
              where a.clinic_id = of_clinic and a.client_id = of_client and a.status = 'booked'
                and a.practitioner_id = t.staff_member_id
                and a.starts_at between public.app_now() and public.app_now() + interval '7 days')))
      $$;

      ${finderPolicy('ketamine_sessions')}
      ${finderPolicy('appointments')}
      ${finderFunction(
        'find_due_mailings_across_clinics(per_clinic integer)',
        'table (clinic_id uuid, mailing_id uuid)',
        `select due.clinic_id, due.id from (
           select c.clinic_id, m.id, m.send_at,
             row_number() over (partition by c.clinic_id order by m.send_at, m.id) as turn
           from public.clinics c
           cross join lateral (
             select m.id, m.send_at from public.mailings m
             join public.prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
             join public.clients k on k.clinic_id = m.clinic_id and k.id = m.client_id
             where m.clinic_id = c.clinic_id and m.status = 'scheduled'
               and m.send_at <= public.app_now() and m.send_until > public.app_now()
               and (not p.held or m.dispatched_by is not null)
               -- What the claim would refuse must not stand in the way of what it would take.
               and k.email_sealed is not null and k.suppressed_at is null
               and (m.kind = 'fresh_link' or k.status = 'active' and k.stopped_at is null
                 and k.email_consent_given_on is not null
                 and not (k.rest_from is not null and k.rest_from <= public.app_now()
                   and (k.rest_until is null or public.app_now() < k.rest_until))
                 and public.app_is_read(m.clinic_id, m.client_id))
               and (p.needs_session_id is null or exists (
                 select 1 from public.ketamine_sessions s where s.clinic_id = m.clinic_id
                   and s.id = p.needs_session_id and s.status = 'completed'))
             order by m.send_at, m.id limit per_clinic) m
         ) due order by due.turn, due.send_at`,
      )}
      ${finderFunction(
        'find_dead_leases_across_clinics()',
        'table (clinic_id uuid, mailing_id uuid)',
        `select m.clinic_id, m.id from public.mailings m
         where m.status = 'sending' and m.lease_until < public.app_now() limit 1000`,
      )}
      ${finderFunction(
        'find_clients_to_reschedule_across_clinics()',
        'table (clinic_id uuid, client_id uuid)',
        `select distinct p.clinic_id, p.client_id from public.prompts p
         join public.mailings m on m.clinic_id = p.clinic_id and m.prompt_id = p.id and m.kind = 'first'
         where p.status = 'scheduled' and m.status = 'scheduled' and m.send_until <= public.app_now() limit 1000`,
      )}
      ${finderFunction(
        'find_overdue_mailings_across_clinics()',
        'table (clinic_id uuid, mailing_id uuid)',
        `select m.clinic_id, m.id from public.mailings m
         join public.prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
         where m.status = 'scheduled' and m.send_until <= public.app_now()
           and (m.kind <> 'first' or p.status = 'sent') limit 1000`,
      )}
      ${finderFunction(
        'find_clients_with_live_plans_across_clinics()',
        'table (clinic_id uuid, client_id uuid)',
        `select i.clinic_id, i.client_id from public.integration_plans i where i.status = 'live'`,
      )}
      ${finderFunction(
        'find_prompts_to_close_across_clinics()',
        'table (clinic_id uuid, prompt_id uuid)',
        `select p.clinic_id, p.id from public.prompts p
         where p.status = 'sent' and p.closes_at <= public.app_now() limit 1000`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}

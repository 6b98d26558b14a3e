import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientPolicy, finderFunction, replaceFinderFunction, tenantPolicy } from './policies.js';

const OF_PROMPTS = "'first', 'nudge', 'snoozed', 'fresh_link'";
const OF_CLIENTS = "'rest_begun', 'rest_over', 'stopped', 'opt_in', 'unasked'";

/** Consent in versions, rest and stop with a way back, a passphrase for shared mailboxes, words sent unasked. */
export class LetClientsSetThePace20261124000200 implements MigrationInterface {
  name = 'LetClientsSetThePace20261124000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consents (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        -- Which wording was agreed to; see the catalogue of words.
        text_version integer not null check (text_version > 0),
        language text not null,
        how text not null check (how in ('with-staff', 'by-link')),
        given_at timestamptz not null,
        recorded_by uuid,
        withdrawn_at timestamptz,
        primary key (clinic_id, id),
        check ((how = 'with-staff') = (recorded_by is not null)),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, recorded_by) references staff_members (clinic_id, id)
      );
      create unique index consents_one_standing on consents (clinic_id, client_id) where withdrawn_at is null;
      ${tenantPolicy('consents', 'select, insert, update')}
      ${clientPolicy('consents', 'contact')}

      alter table clients
        add column rest_by text check (rest_by in ('client', 'clinic')),
        -- A rest until the next call ends with another day once that call is moved.
        add column rest_length text check (rest_length in ('three-days', 'week', 'next-call', 'open')),
        -- What the client said at opt-in; null: not asked yet.
        add column mailbox_shared boolean,
        add column passphrase_hash text;
      alter table clinics
        add column double_opt_in boolean not null default false,
        add column greets_by_name boolean not null default true;

      -- Browsers in which the passphrase was given. The client's alone, like drafts.
      create table reply_unlocks (
        clinic_id uuid not null,
        client_id uuid not null,
        browser_hash bytea not null,
        until timestamptz not null,
        primary key (clinic_id, client_id, browser_hash),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('reply_unlocks')}
      create policy reply_unlocks_care on reply_unlocks as restrictive for all to throughline_app
        using (client_id = (select app_client())) with check (client_id = (select app_client()));

      alter table mailings alter column prompt_id drop not null;
      alter table mailings drop constraint mailings_kind_check;
      alter table mailings
        add constraint mailings_kind_check check (kind in (${OF_PROMPTS}, ${OF_CLIENTS})),
        add constraint mailings_prompt_check check ((prompt_id is null) = (kind in (${OF_CLIENTS})));
      -- What is asked for twice before it left is one mail.
      create unique index mailings_one_notice on mailings (clinic_id, client_id, kind)
        where prompt_id is null and status = 'scheduled';
      alter table link_directory drop constraint link_directory_purpose_check;
      alter table link_directory add constraint link_directory_purpose_check
        check (purpose in ('reply', 'fresh', 'unsubscribe', 'start-again', 'opt-in', 'unasked'));

      alter table clinics add column slug text check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 60);
      create unique index clinics_slug on clinics (slug);
      ${finderFunction(
        'find_clinic_by_slug_across_clinics(of_slug text)',
        'uuid',
        `select c.clinic_id from public.clinics c where c.slug = of_slug`,
      )}

      -- Whether a mailing may leave now, as far as its client goes. What the claim would refuse must not stand in
      -- the way of what it would take, so both ask here.
      create function app_may_mail(kind text, k clients) returns boolean language sql stable as $$
        select k.email_sealed is not null and k.suppressed_at is null and case
          when kind = 'fresh_link' then k.status in ('active', 'on_hold')
          when kind = 'unasked' then k.status in ('active', 'on_hold')
          when kind = 'stopped' then k.status in ('active', 'on_hold') and k.stopped_at is not null
          when kind = 'opt_in' then k.status in ('active', 'on_hold')
          when kind = 'rest_begun' then k.status in ('active', 'on_hold') and k.stopped_at is null
            and k.email_consent_given_on is not null and k.rest_from is not null
          when kind = 'rest_over' then k.status = 'active' and k.stopped_at is null
            and k.email_consent_given_on is not null
            and k.rest_until is not null and k.rest_until <= public.app_now()
          else k.status = 'active' and k.stopped_at is null and k.email_consent_given_on is not null
            and not (k.rest_from is not null and k.rest_from <= public.app_now()
              and (k.rest_until is null or public.app_now() < k.rest_until))
            and public.app_is_read(k.clinic_id, k.id)
        end
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
               and (p.needs_session_id is null or exists (
                 select 1 from public.ketamine_sessions s where s.clinic_id = m.clinic_id
                   and s.id = p.needs_session_id and s.status = 'completed'))
             order by m.send_at, m.id limit per_clinic) m
         ) due order by due.turn, due.send_at`,
      )}
      ${replaceFinderFunction(
        'find_overdue_mailings_across_clinics()',
        'table (clinic_id uuid, mailing_id uuid)',
        `select m.clinic_id, m.id from public.mailings m
         left join public.prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
         where m.status = 'scheduled' and m.send_until <= public.app_now()
           and (m.kind <> 'first' or p.status = 'sent') limit 1000`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Consents are never taken back.');
  }
}

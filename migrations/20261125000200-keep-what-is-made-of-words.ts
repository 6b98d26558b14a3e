import type { MigrationInterface, QueryRunner } from 'typeorm';
import { authorPolicy, clientPolicy, staffPolicy, tenantPolicy } from './policies.js';

const CLIENT_ALONE = `client_id = (select app_client())`;
const OF_PROMPTS = "'first', 'nudge', 'snoozed', 'fresh_link'";
const OF_CLIENTS = "'rest_begun', 'rest_over', 'stopped', 'opt_in', 'unasked', 'my_words'";

/** Highlights and tags, private notes, what to bring, and what a client does with their own words. */
export class KeepWhatIsMadeOfWords20261125000200 implements MigrationInterface {
  name = 'KeepWhatIsMadeOfWords20261125000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reflections add column withdrawn_at timestamptz;

      -- One document of highlights and tags a reader and reflection.
      create table reflection_marks (
        clinic_id uuid not null,
        reflection_id uuid not null,
        staff_member_id uuid not null,
        client_id uuid not null,
        body_sealed bytea not null,
        updated_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, reflection_id, staff_member_id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create index reflection_marks_client on reflection_marks (clinic_id, client_id);
      ${tenantPolicy('reflection_marks', 'select, insert, update')}
      ${clientPolicy('reflection_marks', 'words')}
      ${staffPolicy('reflection_marks')}
      create policy reflection_marks_insert on reflection_marks as restrictive for insert to throughline_app
        with check (staff_member_id = (select app_staff_member()));
      create policy reflection_marks_update on reflection_marks as restrictive for update to throughline_app
        using (staff_member_id = (select app_staff_member()))
        with check (staff_member_id = (select app_staff_member()));

      -- Psychotherapy notes in the sense of 45 CFR 164.501: apart from the record, and their author's alone.
      create table process_notes (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        staff_member_id uuid not null,
        reflection_id uuid,
        body_sealed bytea not null,
        written_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id)
      );
      create index process_notes_client on process_notes (clinic_id, client_id, written_at);
      ${tenantPolicy('process_notes')}
      ${clientPolicy('process_notes', 'words')}
      ${authorPolicy('process_notes')}

      -- What a practitioner means to bring to one call: typed, never generated.
      create table bring_lists (
        clinic_id uuid not null,
        appointment_id uuid not null,
        staff_member_id uuid not null,
        client_id uuid not null,
        body_sealed bytea not null,
        updated_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, appointment_id, staff_member_id),
        foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('bring_lists', 'select, insert, update')}
      ${clientPolicy('bring_lists', 'words')}
      ${authorPolicy('bring_lists')}

      -- A starred line, "please don't raise this", what may be shown back: the client's alone to say.
      create table reflection_wishes (
        clinic_id uuid not null,
        reflection_id uuid not null,
        client_id uuid not null,
        body_sealed bytea not null,
        updated_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, reflection_id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create index reflection_wishes_client on reflection_wishes (clinic_id, client_id);
      ${tenantPolicy('reflection_wishes', 'select, insert, update')}
      ${clientPolicy('reflection_wishes', 'words')}
      create policy reflection_wishes_insert on reflection_wishes as restrictive for insert to throughline_app
        with check (${CLIENT_ALONE});
      create policy reflection_wishes_update on reflection_wishes as restrictive for update to throughline_app
        using (${CLIENT_ALONE}) with check (${CLIENT_ALONE});

      -- What was taken back, kept only as long as law requires. The application can put it here and not read it.
      create table withdrawn_bodies (
        clinic_id uuid not null,
        reflection_id uuid not null,
        client_id uuid not null,
        body_sealed bytea not null,
        withdrawn_at timestamptz not null,
        primary key (clinic_id, reflection_id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('withdrawn_bodies', 'insert')}
      create policy withdrawn_bodies_own on withdrawn_bodies as restrictive for all to throughline_app
        using (false) with check (${CLIENT_ALONE});

      alter table mailings drop constraint mailings_kind_check;
      alter table mailings drop constraint mailings_prompt_check;
      alter table mailings
        add constraint mailings_kind_check check (kind in (${OF_PROMPTS}, ${OF_CLIENTS})),
        add constraint mailings_prompt_check check ((prompt_id is null) = (kind in (${OF_CLIENTS})));
      alter table link_directory drop constraint link_directory_purpose_check;
      alter table link_directory add constraint link_directory_purpose_check
        check (purpose in ('reply', 'fresh', 'unsubscribe', 'start-again', 'opt-in', 'unasked', 'my-words'));

      create or replace function app_may_mail(kind text, k clients) returns boolean language sql stable as $$
        select k.email_sealed is not null and k.suppressed_at is null and case
          when kind in ('fresh_link', 'unasked', 'my_words') then k.status in ('active', 'on_hold')
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
    `);
  }

  async down(): Promise<void> {
    throw new Error('What people made of words is never taken back.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { carePolicy, clientPolicy, tenantPolicy } from './policies.js';

const IS_CLINIC_OFFICE = `((select app_is_admin()) or (select app_is_system()))`;
const MINE = `(select app_staff_member())`;

/** Questionnaires and their results, strands that keep coming back, and agreed early signs. */
export class CreateMeasuresAndThreads20261125000100 implements MigrationInterface {
  name = 'CreateMeasuresAndThreads20261125000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A clinic's own, under its own licence; ours stand in the code. A version never changes.
      create table measure_definitions (
        clinic_id uuid not null references clinics (clinic_id),
        code text not null check (code ~ '^[a-z0-9](-?[a-z0-9])*$' and length(code) <= 40),
        version integer not null check (version > 0),
        definition jsonb not null,
        created_by uuid not null,
        created_at timestamptz not null,
        archived_at timestamptz,
        primary key (clinic_id, code, version),
        foreign key (clinic_id, created_by) references staff_members (clinic_id, id)
      );
      ${tenantPolicy('measure_definitions', 'select, insert')}
      grant update (archived_at) on measure_definitions to throughline_app;
      create policy measure_definitions_office_insert on measure_definitions as restrictive for insert
        to throughline_app with check (${IS_CLINIC_OFFICE} and created_by = ${MINE});
      create policy measure_definitions_office_update on measure_definitions as restrictive for update
        to throughline_app using ${IS_CLINIC_OFFICE} with check ${IS_CLINIC_OFFICE};

      -- Items and total are sealed with the client's key. One a reflection; unfinished ones have no row.
      create table measure_results (
        clinic_id uuid not null,
        reflection_id uuid not null,
        client_id uuid not null,
        code text not null,
        definition_version integer not null,
        body_sealed bytea not null,
        completed_at timestamptz not null,
        primary key (clinic_id, reflection_id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create index measure_results_client on measure_results (clinic_id, client_id, completed_at);
      ${tenantPolicy('measure_results', 'select, insert, update, delete')}
      ${carePolicy('measure_results')}
      -- Who takes back what they sent takes its result back too; nobody else does.
      create policy measure_results_taken_back on measure_results as restrictive for delete
        to throughline_app using (client_id = (select app_client()));

      create table threads (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        -- Name, or none yet, and what both ends of its own 0 to 10 mean.
        body_sealed bytea not null,
        -- Null: by the client.
        created_by uuid,
        origin_reflection_id uuid,
        created_at timestamptz not null,
        -- Since when its name may be asked about on the client's pages.
        shared_at timestamptz,
        archived_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        check (created_by is not null or origin_reflection_id is not null),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, created_by) references staff_members (clinic_id, id),
        foreign key (clinic_id, origin_reflection_id) references reflections (clinic_id, id)
      );
      create index threads_client on threads (clinic_id, client_id, created_at);
      ${tenantPolicy('threads', 'select, insert, update')}
      -- The product reads what it may ask about, to copy it into a question.
      create policy threads_care on threads as restrictive for all to throughline_app
        using (client_id = any ((select app_word_clients())::uuid[])
          or ((select app_is_system()) and shared_at is not null and archived_at is null))
        with check (client_id = any ((select app_word_clients())::uuid[]));
      create policy threads_made_by on threads as restrictive for insert to throughline_app
        with check (created_by is not distinct from ${MINE});

      -- A person set it, with what it rests on; the history stays. Evidence is ranges, never a copy of words.
      create table thread_stages (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        thread_id uuid not null,
        stage text not null check (stage in ('insight', 'awareness', 'choice', 'change')),
        evidence_sealed bytea not null,
        set_by uuid not null,
        set_at timestamptz not null,
        undone_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, thread_id) references threads (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, set_by) references staff_members (clinic_id, id)
      );
      create index thread_stages_client on thread_stages (clinic_id, client_id, set_at);
      ${tenantPolicy('thread_stages', 'select, insert')}
      grant update (undone_at) on thread_stages to throughline_app;
      ${clientPolicy('thread_stages', 'words')}
      create policy thread_stages_set_by on thread_stages as restrictive for insert to throughline_app
        with check (set_by = ${MINE});
      create policy thread_stages_undone_by on thread_stages as restrictive for update to throughline_app
        using (set_by = ${MINE}) with check (set_by = ${MINE});

      -- "Fits", "not quite", and where it stands from 0 to 10: the client's view beside the therapist's.
      create table thread_checks (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        thread_id uuid not null,
        stage_id uuid,
        via text not null check (via in ('call', 'review')),
        recorded_by uuid,
        reflection_id uuid,
        body_sealed bytea not null,
        given_at timestamptz not null,
        primary key (clinic_id, id),
        check ((via = 'call') = (recorded_by is not null)),
        check ((via = 'review') = (reflection_id is not null)),
        foreign key (clinic_id, thread_id) references threads (clinic_id, id),
        foreign key (clinic_id, stage_id) references thread_stages (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, recorded_by) references staff_members (clinic_id, id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id)
      );
      create unique index thread_checks_review on thread_checks (clinic_id, thread_id, reflection_id)
        where reflection_id is not null;
      create index thread_checks_client on thread_checks (clinic_id, client_id, given_at);
      ${tenantPolicy('thread_checks', 'select, insert, update, delete')}
      ${clientPolicy('thread_checks', 'words')}
      -- On the call staff write it down; at the review it is the client who says it.
      create policy thread_checks_said on thread_checks as restrictive for insert to throughline_app
        with check (recorded_by is not distinct from ${MINE});
      create policy thread_checks_changed on thread_checks as restrictive for update to throughline_app
        using (recorded_by is not distinct from ${MINE}) with check (recorded_by is not distinct from ${MINE});
      create policy thread_checks_removed on thread_checks as restrictive for delete to throughline_app
        using (recorded_by is not distinct from ${MINE});

      create table early_signs (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        words_sealed bytea not null,
        -- Where the client first wrote it; null: said on a call.
        reflection_id uuid,
        agreed_by uuid not null,
        agreed_at timestamptz not null,
        retired_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, agreed_by) references staff_members (clinic_id, id)
      );
      create index early_signs_client on early_signs (clinic_id, client_id, agreed_at);
      ${tenantPolicy('early_signs', 'select, insert, update')}
      create policy early_signs_care on early_signs as restrictive for all to throughline_app
        using (client_id = any ((select app_word_clients())::uuid[])
          or ((select app_is_system()) and retired_at is null))
        with check (client_id = any ((select app_word_clients())::uuid[]));
      create policy early_signs_agreed on early_signs as restrictive for insert to throughline_app
        with check (agreed_by = ${MINE});

      -- A clinician went through a safety plan with the client on that day. No content.
      create table safety_plans (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        made_by uuid not null,
        made_at timestamptz not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, made_by) references staff_members (clinic_id, id)
      );
      create index safety_plans_client on safety_plans (clinic_id, client_id, made_at);
      ${tenantPolicy('safety_plans', 'select, insert')}
      ${carePolicy('safety_plans')}
      create policy safety_plans_made on safety_plans as restrictive for insert to throughline_app
        with check (made_by = ${MINE});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table safety_plans, early_signs, thread_checks, thread_stages, threads, measure_results, measure_definitions',
    );
  }
}

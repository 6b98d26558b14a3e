import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientPolicy, finderFunction, finderPolicy, tenantPolicy } from './policies.js';

/** What clients send, their drafts, who read it, and the call request with its wordless notices. */
export class CreateReflectionsAndSafety20261101000600 implements MigrationInterface {
  name = 'CreateReflectionsAndSafety20261101000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table drafts (
        clinic_id uuid not null,
        prompt_id uuid not null,
        client_id uuid not null,
        browser_hash bytea not null,
        body_sealed bytea not null,
        saved_at timestamptz not null,
        primary key (clinic_id, prompt_id),
        foreign key (clinic_id, prompt_id) references prompts (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('drafts')}
      -- Only the client: a draft is what nobody else has seen.
      create policy drafts_care on drafts as restrictive for all to throughline_app
        using (client_id = (select app_client())) with check (client_id = (select app_client()));

      create table reflections (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        prompt_id uuid,
        body_sealed bytea not null,
        sent_at timestamptz not null,
        first_read_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, prompt_id) references prompts (clinic_id, id)
      );
      create unique index reflections_prompt on reflections (clinic_id, prompt_id) where prompt_id is not null;
      create index reflections_client on reflections (clinic_id, client_id, sent_at);
      ${tenantPolicy('reflections', 'select, insert, update')}
      ${clientPolicy('reflections', 'words')}

      create table readings (
        clinic_id uuid not null,
        reflection_id uuid not null,
        staff_member_id uuid not null,
        client_id uuid not null,
        read_at timestamptz not null,
        primary key (clinic_id, reflection_id, staff_member_id),
        foreign key (clinic_id, reflection_id) references reflections (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create index readings_client on readings (clinic_id, client_id);
      ${tenantPolicy('readings', 'select, insert, delete')}
      ${clientPolicy('readings', 'words')}

      create table safety_flags (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        kind text not null check (kind in ('call-me')),
        colour text not null check (colour in ('red', 'amber')),
        prompt_id uuid,
        raised_at timestamptz not null,
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        call_by timestamptz,
        closed_at timestamptz,
        closed_by uuid,
        disposition_sealed bytea,
        version integer not null,
        primary key (clinic_id, id),
        check ((acknowledged_at is null) = (call_by is null)),
        check ((closed_at is null) = (disposition_sealed is null)),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, prompt_id) references prompts (clinic_id, id),
        foreign key (clinic_id, acknowledged_by) references staff_members (clinic_id, id)
      );
      create unique index safety_flags_one_open on safety_flags (clinic_id, client_id, kind) where closed_at is null;
      create index safety_flags_open on safety_flags (clinic_id, raised_at) where closed_at is null;
      ${tenantPolicy('safety_flags', 'select, insert, update')}
      ${clientPolicy('safety_flags', 'contact')}

      create table safety_notices (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        flag_id uuid not null,
        staff_member_id uuid not null,
        status text not null check (status in ('scheduled', 'sending', 'sent', 'unknown', 'failed')),
        send_at timestamptz not null,
        message_id text not null,
        fence uuid,
        lease_until timestamptz,
        attempts integer not null,
        sent_at timestamptz,
        primary key (clinic_id, id),
        foreign key (clinic_id, flag_id) references safety_flags (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id)
      );
      create index safety_notices_due on safety_notices (clinic_id, send_at) where status in ('scheduled', 'sending');
      ${tenantPolicy('safety_notices', 'select, insert, update')}
      ${clientPolicy('safety_notices', 'contact')}
      ${finderPolicy('safety_notices')}

      ${finderFunction(
        'find_due_safety_notices_across_clinics()',
        'table (clinic_id uuid, notice_id uuid)',
        `select n.clinic_id, n.id from public.safety_notices n
         where (n.status = 'scheduled' and n.send_at <= public.app_now())
            or (n.status = 'sending' and n.lease_until < public.app_now())
         order by n.send_at limit 500`,
      )}
      ${finderFunction(
        'app_care_team_of(of_client uuid)',
        'uuid[]',
        `select coalesce(array_agg(t.staff_member_id), '{}') from public.care_team_members t
         where t.clinic_id = app_clinic() and t.client_id = of_client and app_client() = of_client`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction, finderPolicy, tenantPolicy } from './policies.js';

/** Clients, their keys and care teams, and who sees whom. */
export class CreateClients20261101000300 implements MigrationInterface {
  name = 'CreateClients20261101000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clients (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        location_id uuid not null,
        name_sealed bytea,
        email_sealed bytea,
        email_hash bytea,
        phone_sealed bytea,
        pronouns_sealed bytea,
        time_zone text not null,
        language text not null check (language ~ '^[a-z]{2}$'),
        status text not null check (status in ('active','on_hold','transferred','discharged','died')),
        pace text not null check (pace in ('gentle','steady','often')),
        quiet_from time,
        quiet_to time,
        check ((quiet_from is null) = (quiet_to is null)),
        email_consent_given_on date,
        email_consent_how text check (length(email_consent_how) <= 200),
        rest_from timestamptz,
        rest_until timestamptz,
        stopped_at timestamptz,
        suppressed_at timestamptz,
        suppressed_why text,
        created_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, id),
        unique (clinic_id, email_hash),
        foreign key (clinic_id, location_id) references locations (clinic_id, id)
      );

      create table care_team_members (
        clinic_id uuid not null,
        client_id uuid not null,
        staff_member_id uuid not null,
        seat text not null check (seat in ('words','body','supervisor')),
        joined_at timestamptz not null,
        primary key (clinic_id, client_id, staff_member_id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id)
      );
      create index care_team_members_staff on care_team_members (clinic_id, staff_member_id, client_id);
      ${tenantPolicy('care_team_members')}
      ${finderPolicy('care_team_members')}

      ${finderFunction(
        'app_care_clients()',
        'uuid[]',
        `select case
           when app_kind() = 'client' then array[app_client()]
           when app_kind() = 'staff' and 'practitioner' = any (app_roles()) then coalesce((
             select array_agg(t.client_id) from public.care_team_members t
             where t.clinic_id = app_clinic() and t.staff_member_id = app_staff_member()), '{}')
           else '{}'::uuid[] end`,
      )}
      ${finderFunction(
        'app_word_clients()',
        'uuid[]',
        `select case
           when app_kind() = 'client' then array[app_client()]
           when app_kind() = 'staff' and 'practitioner' = any (app_roles()) then coalesce((
             select array_agg(t.client_id) from public.care_team_members t
             where t.clinic_id = app_clinic() and t.staff_member_id = app_staff_member()
               and t.seat in ('words', 'supervisor')), '{}')
           else '{}'::uuid[] end`,
      )}

      ${tenantPolicy('clients', 'select, insert, update')}
      ${finderPolicy('clients')}
      -- Not for INSERT: a practitioner adds a client first and joins its care team in the next statement.
      create policy clients_care on clients as restrictive for select to throughline_app
        using ((select app_sees_every_client()) or id = any ((select app_care_clients())::uuid[]));
      create policy clients_care_update on clients as restrictive for update to throughline_app
        using ((select app_sees_every_client()) or id = any ((select app_care_clients())::uuid[]))
        with check ((select app_sees_every_client()) or id = any ((select app_care_clients())::uuid[]));
      create policy clients_care_delete on clients as restrictive for delete to throughline_app
        using ((select app_sees_every_client()) or id = any ((select app_care_clients())::uuid[]));

      ${finderFunction(
        'app_has_care_team(of_client uuid)',
        'boolean',
        `select exists (select 1 from public.care_team_members t
           where t.clinic_id = app_clinic() and t.client_id = of_client)`,
      )}
      -- A staff member may write themselves onto the team of a client that has none yet; else must see the client.
      create policy care_team_members_care on care_team_members as restrictive for all to throughline_app
        using ((select app_sees_every_client()) or client_id = any ((select app_care_clients())::uuid[]))
        with check ((select app_sees_every_client()) or client_id = any ((select app_care_clients())::uuid[])
          or (staff_member_id = (select app_staff_member()) and not app_has_care_team(client_id)));

      create table client_keys (
        clinic_id uuid not null,
        client_id uuid not null,
        version integer not null,
        wrapped bytea not null,
        kek_id text not null,
        primary key (clinic_id, client_id, version),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('client_keys', 'select, insert')}
      create policy client_keys_care on client_keys as restrictive for all to throughline_app
        using ((select app_is_system()) or client_id = any ((select app_word_clients())::uuid[]))
        with check ((select app_sees_every_client()) or client_id = any ((select app_care_clients())::uuid[]));
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}

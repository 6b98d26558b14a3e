import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction, replaceFinderFunction, tenantPolicy } from './policies.js';

/** The clients of a practitioner: their own seats, the seats of those they cover, and break-glass. */
const clientsInReach = (seats: string) => `select case
  when app_kind() = 'client' then array[app_client()]
  when app_kind() = 'staff' and 'practitioner' = any (app_roles()) then coalesce((
    select array_agg(distinct reached.client_id) from (
      select t.client_id from public.care_team_members t
      where t.clinic_id = app_clinic() and t.staff_member_id = app_staff_member() ${seats}
      union all
      select t.client_id from public.absences a
      join public.care_team_members t on t.clinic_id = a.clinic_id and t.staff_member_id = a.staff_member_id
      where a.clinic_id = app_clinic() and a.cover_id = app_staff_member() and a.ended_at is null
        and a.starts_at <= public.app_now() and public.app_now() < a.ends_at ${seats}
      union all
      select b.client_id from public.break_glass_accesses b
      where b.clinic_id = app_clinic() and b.staff_member_id = app_staff_member() and b.ended_at is null
        and b.opened_at <= public.app_now() and public.app_now() < b.ends_at
    ) reached), '{}')
  else '{}'::uuid[] end`;

/** Invitations, absence and cover, break-glass. */
export class CreateStaffCare20261123000200 implements MigrationInterface {
  name = 'CreateStaffCare20261123000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_is_admin() returns boolean language sql stable parallel safe as
        $$ select coalesce(app_kind() = 'staff' and 'admin' = any (app_roles()), false) $$;
      create function app_is_practitioner() returns boolean language sql stable parallel safe as
        $$ select coalesce(app_kind() = 'staff' and 'practitioner' = any (app_roles()), false) $$;

      create table invitations (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        email_hash bytea not null,
        email_sealed bytea not null,
        name_sealed bytea not null,
        roles text[] not null check (roles <@ array['admin','practitioner','coordinator'] and cardinality(roles) > 0),
        location_id uuid not null,
        invited_by uuid not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        accepted_by uuid,
        revoked_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, location_id) references locations (clinic_id, id),
        foreign key (clinic_id, invited_by) references staff_members (clinic_id, id),
        foreign key (clinic_id, accepted_by) references staff_members (clinic_id, id)
      );
      create unique index invitations_one_open on invitations (clinic_id, email_hash)
        where accepted_at is null and revoked_at is null;
      ${tenantPolicy('invitations', 'select, insert, update')}
      create policy invitations_admin on invitations as restrictive for all to throughline_app
        using ((select app_is_admin()) or (select app_is_system()))
        with check ((select app_is_admin()) or (select app_is_system()));

      create table absences (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        staff_member_id uuid not null,
        cover_id uuid not null,
        from_on date not null,
        until_on date not null,
        -- Midnight to midnight on the clock of the staff member's location; from_on and until_on are both away.
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        created_by uuid not null,
        created_at timestamptz not null,
        ended_at timestamptz,
        version integer not null,
        primary key (clinic_id, id),
        check (cover_id <> staff_member_id),
        check (from_on <= until_on and starts_at < ends_at),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, cover_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, created_by) references staff_members (clinic_id, id)
      );
      create index absences_cover on absences (clinic_id, cover_id, ends_at);
      create index absences_staff_member on absences (clinic_id, staff_member_id, ends_at);
      ${tenantPolicy('absences', 'select, insert, update')}
      grant select on absences to throughline_finder;

      create table break_glass_accesses (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        client_id uuid not null,
        staff_member_id uuid not null,
        reason_sealed bytea not null,
        opened_at timestamptz not null,
        ends_at timestamptz not null,
        ended_at timestamptz,
        primary key (clinic_id, id),
        check (ends_at > opened_at and ends_at <= opened_at + interval '60 minutes'),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id)
      );
      create index break_glass_accesses_staff_member on break_glass_accesses (clinic_id, staff_member_id, ends_at);
      create index break_glass_accesses_client on break_glass_accesses (clinic_id, client_id, opened_at);
      ${tenantPolicy('break_glass_accesses', 'select, insert, update')}
      grant select on break_glass_accesses, app_clock to throughline_finder;

      ${replaceFinderFunction('app_care_clients()', 'uuid[]', clientsInReach(''))}
      ${replaceFinderFunction(
        'app_word_clients()',
        'uuid[]',
        clientsInReach("and t.seat in ('words', 'supervisor')"),
      )}

      ${finderFunction(
        'app_client_exists(of_client uuid)',
        'boolean',
        `select app_is_practitioner() and exists (
           select 1 from public.clients c where c.clinic_id = app_clinic() and c.id = of_client)`,
      )}
      ${finderFunction(
        'find_clients_for_break_glass()',
        'table (client_id uuid, name_sealed bytea)',
        `select c.id, c.name_sealed from public.clients c
         where c.clinic_id = app_clinic() and app_is_practitioner() and c.name_sealed is not null`,
      )}
      ${finderFunction(
        'app_colleagues_on_care_team(of_client uuid)',
        'uuid[]',
        `select coalesce(array_agg(t.staff_member_id), '{}') from public.care_team_members t
         where t.clinic_id = app_clinic() and t.client_id = of_client and app_is_practitioner()`,
      )}

      -- One's own, those about clients in one's reach, and for an admin all of them. Opened and ended by oneself alone.
      create policy break_glass_accesses_reach on break_glass_accesses as restrictive for select to throughline_app
        using ((select app_is_admin()) or (select app_is_system()) or staff_member_id = (select app_staff_member())
          or client_id = any ((select app_care_clients())::uuid[]));
      create policy break_glass_accesses_open on break_glass_accesses as restrictive for insert to throughline_app
        with check (staff_member_id = (select app_staff_member()) and (select app_is_practitioner())
          and app_client_exists(client_id));
      create policy break_glass_accesses_end on break_glass_accesses as restrictive for update to throughline_app
        using (staff_member_id = (select app_staff_member()))
        with check (staff_member_id = (select app_staff_member()));
      create policy break_glass_accesses_keep on break_glass_accesses as restrictive for delete to throughline_app
        using (false);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who covered whom, and who broke the glass, is kept.');
  }
}

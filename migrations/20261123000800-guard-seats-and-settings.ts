import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction } from './policies.js';

const OFFICE = `((select app_is_admin()) or (select app_is_system()))`;
const SEATS = (...seats: string[]) =>
  `((select app_own_clients(array[${seats.map((seat) => `'${seat}'`).join(',')}]))::uuid[])`;

/** Reach that ends by itself (cover, break-glass) must not seat anybody for good. */
const MAY_SEAT = `((select app_kind()) is distinct from 'client' and ((select app_sees_every_client())
  or client_id = any (${SEATS('words', 'body', 'supervisor')})
  or (staff_member_id = (select app_staff_member()) and not app_has_care_team(client_id))))`;
const MAY_RESEAT = `(${OFFICE} or client_id = any (${SEATS('words')}))`;

/** Tables that hold how a clinic works, and the commands the application has on them. */
const SETTINGS = {
  locations: ['insert', 'update'],
  crisis_contacts: ['insert', 'update', 'delete'],
  rosters: ['insert', 'update', 'delete'],
} as const;

function officePolicies(table: keyof typeof SETTINGS): string {
  const clauses = {
    insert: `with check ${OFFICE}`,
    update: `using ${OFFICE} with check ${OFFICE}`,
    delete: `using ${OFFICE}`,
  };
  return SETTINGS[table]
    .map(
      (command) => `create policy ${table}_office_${command} on ${table} as restrictive for ${command}
        to throughline_app ${clauses[command]};`,
    )
    .join('\n');
}

/** Who may change who works here, how the clinic works, and who reads for a client. */
export class GuardSeatsAndSettings20261123000800 implements MigrationInterface {
  name = 'GuardSeatsAndSettings20261123000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${finderFunction(
        'app_own_clients(in_seats text[])',
        'uuid[]',
        `select coalesce(array_agg(t.client_id), '{}') from public.care_team_members t
         where t.clinic_id = app_clinic() and t.staff_member_id = app_staff_member() and app_is_practitioner()
           and t.seat = any (in_seats)`,
      )}
      alter policy care_team_members_staff_add on care_team_members with check ${MAY_SEAT};
      alter policy care_team_members_staff_change on care_team_members using ${MAY_RESEAT} with check ${MAY_RESEAT};
      alter policy care_team_members_staff_end on care_team_members using ${MAY_RESEAT};

      ${(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[]).map(officePolicies).join('\n')}

      create policy clinic_keys_office_insert on clinic_keys as restrictive for insert to throughline_app
        with check ((select app_is_system()));
      create policy clinics_office_insert on clinics as restrictive for insert to throughline_app
        with check ${OFFICE};
      -- USING stays open: everybody who relies on the staff as it is locks the clinic's row.
      create policy clinics_office_update on clinics as restrictive for update to throughline_app
        using (true) with check ${OFFICE};
      create policy staff_members_office_insert on staff_members as restrictive for insert to throughline_app
        with check ${OFFICE};
      -- Others may do one thing: leave.
      create policy staff_members_office_update on staff_members as restrictive for update to throughline_app
        using (${OFFICE} or id = (select app_staff_member()))
        with check (${OFFICE} or (id = (select app_staff_member()) and status = 'suspended'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('What keeps people from widening their own reach is not taken back.');
  }
}

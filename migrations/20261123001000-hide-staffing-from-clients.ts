import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOT_A_CLIENT = `(select app_kind()) is distinct from 'client'`;

/** A client sees who of their own care team is away, and nothing else of how the clinic staffs its work. */
export class HideStaffingFromClients20261123001000 implements MigrationInterface {
  name = 'HideStaffingFromClients20261123001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The page "who sees what" names the cover of a colleague who is away.
      create policy absences_client on absences as restrictive for all to throughline_app
        using (${NOT_A_CLIENT} or staff_member_id in (
          select t.staff_member_id from care_team_members t
          where t.clinic_id = absences.clinic_id and t.client_id = (select app_client())));

      create policy rosters_client_reads on rosters as restrictive for select to throughline_app
        using (${NOT_A_CLIENT});

      create policy idempotency_keys_client on idempotency_keys as restrictive for all to throughline_app
        using (${NOT_A_CLIENT} or actor = 'client:' || (select app_client()))
        with check (${NOT_A_CLIENT} or actor = 'client:' || (select app_client()));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy idempotency_keys_client on idempotency_keys;
      drop policy rosters_client_reads on rosters;
      drop policy absences_client on absences;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is suspended, or leaves, keeps no record open: besides its owner an admin or the product may end an access.
 * Once it has ended it stays so, and when it ended stays as it was written.
 */
export class EndBreakGlass20261123000900 implements MigrationInterface {
  name = 'EndBreakGlass20261123000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy break_glass_accesses_end on break_glass_accesses;
      create policy break_glass_accesses_end on break_glass_accesses as restrictive for update to throughline_app
        using (ended_at is null and (staff_member_id = (select app_staff_member())
          or (select app_is_admin()) or (select app_is_system())))
        with check (ended_at is not null and (staff_member_id = (select app_staff_member())
          or (select app_is_admin()) or (select app_is_system())));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy break_glass_accesses_end on break_glass_accesses;
      create policy break_glass_accesses_end on break_glass_accesses as restrictive for update to throughline_app
        using (staff_member_id = (select app_staff_member()))
        with check (staff_member_id = (select app_staff_member()));
    `);
  }
}

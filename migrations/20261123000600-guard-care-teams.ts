import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A client never changes who reads for them, and never meets what a practitioner noted for the next call. */
const NOT_A_CLIENT = `((select app_kind()) is distinct from 'client')`;

/** Whose absence it is decides who covers, and so who reads: an admin for anybody, else only oneself. */
const OWN_ABSENCE = `((select app_is_admin()) or (select app_is_system())
  or staff_member_id = (select app_staff_member()))`;

/** What the first policies of care teams, closing notes, absences and break-glass left open. */
export class GuardCareTeams20261123000600 implements MigrationInterface {
  name = 'GuardCareTeams20261123000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Not for SELECT: the page "who sees what" tells a client who is on their team.
      create policy care_team_members_staff_add on care_team_members as restrictive for insert
        to throughline_app with check ${NOT_A_CLIENT};
      create policy care_team_members_staff_change on care_team_members as restrictive for update
        to throughline_app using ${NOT_A_CLIENT} with check ${NOT_A_CLIENT};
      create policy care_team_members_staff_end on care_team_members as restrictive for delete
        to throughline_app using ${NOT_A_CLIENT};

      create policy closing_notes_staff on closing_notes as restrictive for all
        to throughline_app using ${NOT_A_CLIENT} with check ${NOT_A_CLIENT};

      create policy absences_own_add on absences as restrictive for insert
        to throughline_app with check ${OWN_ABSENCE};
      create policy absences_own_change on absences as restrictive for update
        to throughline_app using ${OWN_ABSENCE} with check ${OWN_ABSENCE};

      -- Who broke the glass, when, why and for how long stands as it was written; it can only be ended.
      revoke update on break_glass_accesses from throughline_app;
      grant update (ended_at) on break_glass_accesses to throughline_app;

      create index sign_ins_staff_member on sign_ins (clinic_id, staff_member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index sign_ins_staff_member;
      grant update on break_glass_accesses to throughline_app;
      drop policy absences_own_change on absences;
      drop policy absences_own_add on absences;
      drop policy closing_notes_staff on closing_notes;
      drop policy care_team_members_staff_end on care_team_members;
      drop policy care_team_members_staff_change on care_team_members;
      drop policy care_team_members_staff_add on care_team_members;
    `);
  }
}

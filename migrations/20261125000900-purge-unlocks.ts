import type { MigrationInterface, QueryRunner } from 'typeorm';

const MINE = `client_id = (select app_client())`;

/** Browsers in which a passphrase was given are the client's alone; once that has lapsed, the product deletes it. */
export class PurgeUnlocks20261125000900 implements MigrationInterface {
  name = 'PurgeUnlocks20261125000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy reply_unlocks_care on reply_unlocks;
      create policy reply_unlocks_care on reply_unlocks as restrictive for all to throughline_app
        using (${MINE} or ((select app_is_system()) and until <= (select app_now()))) with check (${MINE});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy reply_unlocks_care on reply_unlocks;
      create policy reply_unlocks_care on reply_unlocks as restrictive for all to throughline_app
        using (${MINE}) with check (${MINE});
    `);
  }
}

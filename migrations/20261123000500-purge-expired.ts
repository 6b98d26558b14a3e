import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has ended long ago may be deleted, links included, and is found without reading the whole table. */
export class PurgeExpired20261123000500 implements MigrationInterface {
  name = 'PurgeExpired20261123000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant delete on link_directory to throughline_app;
      create index link_directory_expires on link_directory (expires_at) where expires_at is not null;
      create index account_mails_token on account_mails (token_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke delete on link_directory from throughline_app;
      drop index link_directory_expires;
      drop index account_mails_token;
    `);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a client's e-mail address last changed: whatever was made for an older one opens nothing of theirs. */
export class NoteAddressChanges20261123001100 implements MigrationInterface {
  name = 'NoteAddressChanges20261123001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table clients add column email_changed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table clients drop column email_changed_at');
  }
}

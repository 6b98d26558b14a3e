import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { Database } from '@app/platform/database/database.js';
import { migrate } from '@app/platform/database/prepare-database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { newId } from '@app/platform/ids/ids.js';
import { kekInMemory } from '@app/platform/platform.test-support.js';
import { MIGRATIONS } from '../../../migrations/all.js';
import { urlsOf } from '../../../test/support/database-urls.js';
import { AuditSeals } from './audit-seals.service.js';
import { AuditVerification } from './audit-verification.js';
import type { AuditTrouble } from './audit-verification.types.js';

const name = `throughline_before_seals_${randomBytes(4).toString('hex')}`;
const urls = urlsOf(name);

describe('an audit log that is older than seals', () => {
  let superuser: Client;
  beforeAll(async () => {
    await asSuperuser(urlsOf('postgres').adminUrl, (client) =>
      client.query(`create database ${escapeIdentifier(name)} owner throughline_owner`),
    );
    superuser = new Client({ connectionString: urls.adminUrl });
    await superuser.connect();
    await superuser.query('alter schema public owner to throughline_owner');
  });
  afterAll(async () => {
    await superuser.end();
    await asSuperuser(urlsOf('postgres').adminUrl, (client) =>
      client.query(`drop database ${escapeIdentifier(name)} with (force)`),
    );
  });

  it('has all its rows lined up by the migration, clinic by clinic, and is sealed then', async () => {
    await runMigrationsBefore('CreateAuditSeals20261123000400');
    const [one, other, empty] = [newId(), newId(), newId()];
    for (const clinicId of [one, other, empty]) {
      await superuser.query(
        `insert into clinics (clinic_id, name, short_name, country, phone, reading_days, created_at, version)
         values ($1, 'Fernhollow', 'Fern', 'US', '1', '{}', now(), 1)`,
        [clinicId],
      );
    }
    await writeEvents(one, 450);
    await writeEvents(other, 2);

    await migrate(urls.ownerUrl);

    const { rows } = await superuser.query<{ clinic_id: string; rows: number }>(
      'select clinic_id, count(*)::integer as rows from audit_unsealed group by 1 order by 2',
    );
    expect(rows).toEqual([
      { clinic_id: other, rows: 2 },
      { clinic_id: one, rows: 450 },
    ]);
    const source = new DataSource({ type: 'postgres', url: urls.appUrl, poolSize: 2 });
    await source.initialize();
    const db = new Database(source);
    const keyring = new Keyring(db, kekInMemory());
    for (const clinicId of [one, other]) {
      await new AuditSeals(db, keyring).sealWaiting({ kind: 'system', clinicId, job: 'seal-audit' });
    }
    const verification = new AuditVerification(db, keyring);
    const troubles: AuditTrouble[] = [];
    const found = await verification.verify(one, (trouble) => troubles.push(trouble));
    expect(troubles).toEqual([]);
    expect(found).toMatchObject({ seals: 3, rows: 450, waiting: 0 });
    expect((await verification.clinicIds()).sort()).toEqual([one, other, empty].sort());
    await db.onModuleDestroy();
  });

  async function runMigrationsBefore(last: string): Promise<void> {
    const at = MIGRATIONS.findIndex((migration) => migration.name === last);
    const source = new DataSource({
      type: 'postgres',
      url: urls.ownerUrl,
      migrations: MIGRATIONS.slice(0, at),
      migrationsTableName: 'schema_migrations',
      migrationsTransactionMode: 'each',
    });
    await source.initialize();
    await source.runMigrations();
    await source.destroy();
  }

  async function writeEvents(clinicId: string, rows: number): Promise<void> {
    await superuser.query(
      `insert into audit_events
         (clinic_id, id, at, actor_kind, roles, job, action, subject_type, subject_ids, client_ids)
       select $1, gen_random_uuid(), now(), 'system', '{}', 'send-mailing', 'mailing.sent', 'mailing', '{}', '{}'
       from generate_series(1, $2)`,
      [clinicId, rows],
    );
  }
});

async function asSuperuser(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startProcess } from '../sentinels/processes.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(120_000);

interface DemonstrationSignIn {
  clinic: string;
  email: string;
  totpSecret: string;
  roles: string[];
}

describe('the demonstration', () => {
  let database: TestDatabase;
  let client: Client;
  let folder: string;
  let signIns: DemonstrationSignIn[];

  beforeAll(async () => {
    database = await testDatabase();
    folder = mkdtempSync(join(tmpdir(), 'throughline-seed-'));
    writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
    const seed = startProcess('test/seed/seed.ts', {
      NODE_ENV: 'development',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      KEK_FILE: join(folder, 'kek'),
      DATA_DIR: folder,
    });
    await waitFor('the seed to end', seed.hasEnded, { limitMs: 110_000, everyMs: 100 });
    expect(seed.output()).toBe('');
    client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    const file = readFileSync(join(folder, 'demo.json'), 'utf8');
    signIns = (JSON.parse(file) as { signIns: DemonstrationSignIn[] }).signIns;
  });
  afterAll(async () => {
    await client?.end();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const count = async (sql: string) =>
    Number((await client.query<{ count: string }>(`select count(*) as count from ${sql}`)).rows[0]!.count);

  it('tells of everybody in both clinics, each with the secret of their authenticator app', () => {
    expect(new Set(signIns.map(({ clinic }) => clinic)).size).toBe(2);
    expect(signIns.map(({ email }) => email)).toContain('maren@fernhollow.example');
    for (const { totpSecret } of signIns) expect(totpSecret).toMatch(/^[A-Z2-7]{32}$/);
    const tom = signIns.filter(({ email }) => email === 'tom@harrowlane.example');
    expect(tom.map(({ roles }) => roles)).toEqual([['practitioner'], ['admin', 'practitioner']]);
  });

  it('signs who works in both in to their own clinic first', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.name from staff_members m join clinics c using (clinic_id)
       where m.account_id in (select account_id from staff_members group by account_id having count(*) > 1)
       order by m.created_at`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['Harrow Lane Clinic', 'Fernhollow Integration']);
  });

  it('comes enrolled, with ten recovery codes each', async () => {
    const accounts = await count('accounts');
    expect(accounts).toBe(4);
    expect(await count('totp_factors where confirmed_at is not null')).toBe(accounts);
    expect(await count('recovery_codes where used_at is null')).toBe(10 * accounts);
  });

  it('comes set up, with somebody invited and somebody soon away', async () => {
    expect(await count('clinics where set_up_at is null')).toBe(0);
    expect(await count('crisis_contacts')).toBe(2);
    expect(await count('rosters')).toBe(4);
    expect(await count('invitations where accepted_at is null and revoked_at is null')).toBe(1);
    expect(await count('absences where starts_at > now() and ended_at is null')).toBe(1);
  });

  it('keeps what the pages promised about reading in one clinic, and shows in the other where it was not', async () => {
    const unread = (promised: string, clinic: string) =>
      count(`reflections r join clinics c on c.clinic_id = r.clinic_id
        where r.first_read_at is null and r.promised_by ${promised} and c.short_name = '${clinic}'`);
    expect(await unread('> now()', 'Fernhollow')).toBeGreaterThan(0);
    expect(await unread('< now()', 'Fernhollow')).toBe(0);
    expect(await unread('< now()', 'Harrow Lane')).toBeGreaterThan(0);
  });

  it('leaves the clock as it is', async () => {
    expect(await count('app_clock')).toBe(0);
  });
});

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { testDatabase } from './database.js';
import { needsDatabase } from './needs-database.cjs';
import { waitFor } from './wait-for.js';

const ROOT = join(__dirname, '..', '..');

describe('what tests stand on', () => {
  it('clones a migrated database that the app role may use and does not own', async () => {
    const database = await testDatabase();
    const client = new Client({ connectionString: database.appUrl });
    await client.connect();
    const { rows } = await client.query(
      `select current_user as role, (select count(*)::int from schema_migrations) as migrations,
         (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user) as owned`,
    );
    await client.end();
    await database.drop();
    expect(rows[0]).toEqual({ role: 'throughline_app', migrations: expect.any(Number), owned: 0 });
    expect(rows[0].migrations).toBeGreaterThan(0);
  });

  it('starts PostgreSQL for integration specs and none for rules alone', () => {
    expect(needsDatabase(ROOT, { patterns: [] })).toBe(true);
    expect(needsDatabase(ROOT, { patterns: ['test/support/support.spec.ts'] })).toBe(true);
    expect(needsDatabase(ROOT, { patterns: ['prompt-schedule.rules'] })).toBe(false);
  });

  it('says what it waited for', async () => {
    await expect(waitFor('a miracle', () => false, { limitMs: 30 })).rejects.toThrow(
      'waited 30 ms for a miracle',
    );
  });
});

describe('npm start', () => {
  it('explains a port that is in use and starts nothing', async () => {
    const holder = createServer();
    holder.listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const dataDirectory = mkdtempSync(join(tmpdir(), 'throughline-port-'));
    const started = spawnSync(process.execPath, ['tools/start.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, PORT: String(port), DATA_DIR: dataDirectory },
      timeout: 20_000,
    });
    holder.close();
    rmSync(dataDirectory, { recursive: true, force: true });
    expect(started.stderr).toBe(
      `PORT: port ${port} is in use. Stop the program that uses it, or name another port.\n`,
    );
    expect(started.status).toBe(1);
  });
});

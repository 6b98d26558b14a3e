import { NestFactory } from '@nestjs/core';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { AuditVerification } from '@app/audit/audit-verification.js';
import type { AuditTrouble } from '@app/audit/audit-verification.types.js';
import { AuditService } from '@app/audit/audit.service.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import type { House } from '../../../../test/factories/house.js';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.js';
import { freePort } from '../../../../test/support/free-port.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import { WorkerModule } from '../worker.module.js';

/** The whole worker, as it starts by itself. */
describe('the worker', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  let clinic: MadeClinic;
  let metricsPort: number;
  const folder = mkdtempSync(join(tmpdir(), 'throughline-worker-'));
  beforeAll(async () => {
    database = await testDatabase();
    metricsPort = await freePort();
    writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
    Object.assign(process.env, {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      SWEEP_SECONDS: '1',
      DATABASE_URL: database.appUrl,
      KEK_FILE: join(folder, 'kek'),
      DATA_DIR: folder,
      WORKER_METRICS_PORT: String(metricsPort),
    });
    worker = await NestFactory.createApplicationContext(WorkerModule, { logger: false });
    const house = { db: worker.get(Database), keyring: worker.get(Keyring) };
    clinic = await aClinic(house as House);
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('seals what is written to the audit log within seconds, and tells how its jobs are doing', async () => {
    const db = worker.get(Database);
    const audit = worker.get(AuditService, { strict: false });
    const verification = new AuditVerification(db, worker.get(Keyring));
    const entry = { action: 'client.read', subjectType: 'client', subjectIds: [], clientIds: [] };
    await db.inClinic(clinic.system, async (tx) => {
      for (let n = 0; n < 3; n += 1) await audit.record(tx, entry);
    });
    const troubles: AuditTrouble[] = [];
    const look = () => verification.verify(clinic.clinicId, (trouble) => troubles.push(trouble));
    await waitFor('the rows to be sealed', async () => (await look()).rows === 3);
    expect(await look()).toMatchObject({ rows: 3, waiting: 0 });
    expect(troubles).toEqual([]);

    const figures = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    await waitFor('a sweep to have ended', async () =>
      (await figures()).includes('throughline_sweep_lag_seconds{'),
    );
    expect(await figures()).toMatch(/^throughline_jobs_total\{job="seal-audit",outcome="done"\} [1-9]/m);
    expect(await figures()).toMatch(/^throughline_unsealed_audit_events 0$/m);
    expect(await figures()).not.toContain(clinic.clinicId);
  });
});

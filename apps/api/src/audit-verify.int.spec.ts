import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AuditSeals } from '@app/audit/audit-seals.service.js';
import { AuditService } from '@app/audit/audit.service.js';
import { keyEncryptionFromFile } from '@app/platform/encryption/key-encryption-key.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { newId } from '@app/platform/ids/ids.js';
import { openPlatformHouse, type PlatformHouse } from '@app/platform/platform.test-support.js';

const ROOT = resolve(__dirname, '../../..');
const CANARY = 'canary-4711';

describe('the command that checks audit logs', () => {
  let at: PlatformHouse;
  let folder: string;
  beforeAll(async () => {
    at = await openPlatformHouse();
    folder = mkdtempSync(join(tmpdir(), 'throughline-verify-'));
    writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'), { mode: 0o600 });
    const seals = new AuditSeals(at.db, new Keyring(at.db, keyEncryptionFromFile(join(folder, 'kek'))));
    const entry = { action: CANARY, subjectType: CANARY, subjectIds: [newId()], clientIds: [newId()] };
    for (const clinic of [at.one, at.other, at.one]) {
      await at.db.inClinic(clinic, (tx) => new AuditService().record(tx, entry));
      await seals.sealWaiting(clinic);
    }
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await at.close();
  });

  const verify = (...args: string[]) => {
    const file = [join(ROOT, 'tools/register.cjs'), join(ROOT, 'apps/api/src/audit-verify.ts')] as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-r', file[0], file[1], ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DATABASE_URL: at.database.appUrl, KEK_FILE: join(folder, 'kek') },
    });
    expect(stdout + stderr).not.toContain(CANARY);
    return { status, stdout, stderr };
  };
  const headOf = (stdout: string) =>
    new RegExp(`${at.one.clinicId} {2}ok {2}2 seals over 2 rows, 0 waiting, head (2:[0-9a-f]{64})`).exec(
      stdout,
    )?.[1];

  it('names the head of every clinic, and is content with it later', () => {
    const first = verify();
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(first.stdout).toContain(`${at.other.clinicId}  ok  1 seals over 1 rows`);
    const head = headOf(first.stdout);
    const again = verify('--expect', `${at.one.clinicId}=${head!}`);
    expect(again).toMatchObject({ status: 0 });
    expect(again.stdout).toContain('Nothing is wrong.');
  });

  it('ends with 1 when what was expected is not there, or is another', () => {
    const wrong = `2:${'0'.repeat(64)}`;
    const differs = verify('--expect', `${at.one.clinicId}=${wrong}`);
    expect(differs).toMatchObject({ status: 1 });
    expect(differs.stdout).toContain('Seal 2 is not the one that was expected');
    const nobody = newId();
    const gone = verify('--expect', `${nobody}=${wrong}`);
    expect(gone).toMatchObject({ status: 1 });
    expect(gone.stdout).toContain(`${nobody}  The clinic is not there.`);
    expect(verify('--hope')).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') });
  });

  it('ends with 1 when a row was changed, and names the seal but not the row’s content', async () => {
    await at.rows("set session_replication_role = 'replica'");
    await at.rows("update audit_events set ip = '192.0.2.7' where clinic_id = $1", [at.other.clinicId]);
    await at.rows("set session_replication_role = 'origin'");
    const { status, stdout } = verify();
    expect(status).toBe(1);
    expect(stdout).toContain(`${at.other.clinicId}  Seal 1 does not fit`);
    expect(stdout).toContain('Troubles found: 1.');
    expect(headOf(stdout)).toBeDefined();
    expect(stdout).not.toContain('192.0.2.7');
  });
});

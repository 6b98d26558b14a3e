import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { aClinic } from '../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../test/support/api/running-api.js';
import { FrontDoorModule } from './front-door.module.js';
import { openFrontDoor } from './http/open-front-door.js';

const ROOT = resolve(__dirname, '../../..');

describe('the command that resets second factors', () => {
  let api: RunningApi;
  let maren: MadeStaffMember;
  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    maren = await aStaffMember(api.house, { clinic: await aClinic(api.house) });
    const elsewhere = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    await aStaffMember(api.house, { clinic: elsewhere, accountId: maren.accountId });
  });
  afterAll(() => api.stop());

  const reset = (...args: string[]) => {
    const file = [join(ROOT, 'tools/register.cjs'), join(ROOT, 'apps/api/src/factors-reset.ts')] as const;
    const { PATH, DATABASE_URL, KEK_FILE } = process.env;
    const env = { PATH, DATABASE_URL, KEK_FILE };
    const ran = spawnSync(process.execPath, ['-r', file[0], file[1], ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      env,
    });
    expect(ran.stdout + ran.stderr).not.toContain(maren.email);
    return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
  };
  const next = async () => {
    const { email, password } = maren;
    return (await api.call('post', '/api/sign-ins').send({ email, password }).expect(201)).body
      .next as string;
  };

  it('does nothing for an address that nobody has, or none at all', async () => {
    expect(reset('nobody@fernhollow.example')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No account with this address works in any clinic.\n',
    });
    expect(reset()).toMatchObject({ status: 1, stderr: expect.stringContaining('Usage') });
    expect(await next()).toBe('second-factor');
  });

  it('lets the account set up a new one, and ends its sign-ins', async () => {
    const cookie = await api.signIn(maren);
    expect(reset(maren.email)).toEqual({
      status: 0,
      stdout:
        'Reset. The next sign-in sets up a new second factor. Written to the audit log of clinics: 2.\n',
      stderr: '',
    });
    await api.call('get', '/api/me', cookie).expect(401);
    expect(await next()).toBe('enrol');
  });
});

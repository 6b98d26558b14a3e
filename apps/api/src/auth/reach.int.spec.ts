import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

/** Everything that answers somebody who is not signed in. */
const OPEN = [
  'get /api/service',
  'post /api/clinic-senders/confirmation',
  'post /api/clinic-starts',
  'post /api/clinic-starts/acceptance',
  'post /api/clinic-starts/opening',
  'post /api/invitations/acceptance',
  'post /api/invitations/opening',
  'post /api/password-resets',
  'post /api/password-resets/redemption',
  'post /api/sign-ins',
];

const SECOND_STEP = [
  'post /api/sign-ins/current/passkey',
  'post /api/sign-ins/current/passkey-challenge',
  'post /api/sign-ins/current/second-factor',
];

const ENROLMENT = [
  'post /api/me/passkeys',
  'post /api/me/passkeys/challenge',
  'post /api/me/totp',
  'post /api/me/totp/confirmation',
];

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Every operation of the description of the API, so that a new route cannot be forgotten. */
describe('what a cookie reaches', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;
  let operations: { name: string; method: Method; path: string }[];

  beforeAll(async () => {
    api = await runningApi();
    clinic = await aClinic(api.house);
    const { body } = await api.call('get', '/api/openapi.json').expect(200);
    operations = Object.entries(body.paths as Record<string, object>).flatMap(([path, item]) =>
      Object.keys(item).map((method) => ({ name: `${method} ${path}`, method: method as Method, path })),
    );
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic, roles: ['admin', 'practitioner'] });
  });

  /** The operations that answer anything but 401. */
  const reachedWith = async (cookie?: string) => {
    const reached: string[] = [];
    for (const { name, method, path } of operations) {
      const real = path.replace(/\{[^}]+\}/g, '018f0000-0000-7000-8000-000000000000');
      const call = api.call(method, real, cookie);
      const { status } = await (method === 'get' ? call : call.send({}));
      if (status !== 401) reached.push(name);
    }
    return reached.sort();
  };
  const signIns = () => api.app.get(SignInsService, { strict: false });

  it('is what is open to everybody, without one', async () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(await reachedWith()).toEqual(OPEN);
  });

  it('is the second step and nothing else, after the password alone', async () => {
    expect(await reachedWith(await api.signInHalf(maren))).toEqual([...OPEN, ...SECOND_STEP].sort());
  });

  it('is the second step and the first enrolment, after the password of an account without a factor', async () => {
    for (const table of ['totp_factors', 'recovery_codes']) {
      await api.house.db.acrossClinics(`delete from ${table} where account_id = $1`, [maren.accountId]);
    }
    expect(await reachedWith(await api.signInHalf(maren))).toEqual(
      [...OPEN, ...SECOND_STEP, ...ENROLMENT].sort(),
    );
  });

  it.each([
    ['signing out', (cookie: string) => api.call('delete', '/api/sign-ins/current', cookie).expect(204)],
    ['a reset of the password', () => signIns().endOfAccount(maren.accountId)],
    [
      'a suspension',
      () =>
        api.house.db.inClinic(clinic.system, (tx) =>
          tx.query("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2", [
            clinic.clinicId,
            maren.staffMemberId,
          ]),
        ),
    ],
    [
      'a change of roles',
      () => api.house.db.inClinic(clinic.system, (tx) => signIns().endOfStaffMember(tx, maren.staffMemberId)),
    ],
  ])('is what is open to everybody, after %s', async (_, end) => {
    const cookie = await api.signIn(maren);
    await api.call('get', '/api/me', cookie).expect(200);
    await end(cookie);
    expect(await reachedWith(cookie)).toEqual(OPEN);
  });
});

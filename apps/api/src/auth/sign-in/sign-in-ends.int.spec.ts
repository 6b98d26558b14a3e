import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

describe('a sign-in ends', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    clinic = await aClinic(api.house);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic, roles: ['admin', 'practitioner'] });
    await sql('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = (text: string, params: unknown[] = []) => api.house.db.acrossClinics(text, params);
  const asStaff = (text: string) =>
    api.house.db.inClinic(clinic.system, (tx) => tx.query(text, [clinic.clinicId, maren.staffMemberId]));
  const signIns = () => api.app.get(SignInsService, { strict: false });
  const suspend = () =>
    asStaff("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2");
  const disable = () => sql("update accounts set status = 'disabled' where id = $1", [maren.accountId]);

  it.each([
    ['a disabled account', disable],
    ['a suspended staff member', suspend],
    [
      'a revoked sign-in',
      () => sql('update sign_ins set revoked_at = app_now() where account_id = $1', [maren.accountId]),
    ],
    [
      'a password reset',
      async () => {
        await api.app
          .get(AccountsService, { strict: false })
          .setPassword(maren.accountId, 'two herons over a weir');
        await signIns().endOfAccount(maren.accountId);
      },
    ],
    [
      'a change of roles',
      () =>
        api.house.db.inClinic(clinic.system, async (tx) => {
          await tx.query(
            "update staff_members set roles = '{coordinator}' where clinic_id = $1 and id = $2",
            [clinic.clinicId, maren.staffMemberId],
          );
          await signIns().endOfStaffMember(tx, maren.staffMemberId);
        }),
    ],
    ['15 minutes without a request', () => shiftClock(api.database, '15 minutes 1 second')],
  ])('with the very next request after %s', async (_, change) => {
    const cookie = await api.signIn(maren);
    await api.call('get', '/api/me', cookie).expect(200);
    await change();
    const { body } = await api.call('get', '/api/me', cookie).expect(401);
    expect(body.type).toBe('urn:throughline:problem:signed-out');
  });

  it.each([
    ['a disabled account', disable],
    ['a suspended staff member', suspend],
    ['10 minutes', () => shiftClock(api.database, '10 minutes 1 second')],
  ])('before the second factor, after %s', async (_, change) => {
    const cookie = await api.signInHalf(maren);
    await change();
    const factor = { kind: 'recovery-code', code: maren.recoveryCodes[0] };
    const { body } = await api
      .call('post', '/api/sign-ins/current/second-factor', cookie)
      .send(factor)
      .expect(401);
    expect(body.type).toBe('urn:throughline:problem:signed-out');
  });

  it('not, but goes by the roles of now, when only the roles change', async () => {
    const cookie = await api.signIn(maren);
    await asStaff("update staff_members set roles = '{coordinator}' where clinic_id = $1 and id = $2");
    const { body } = await api.call('get', '/api/me', cookie).expect(200);
    expect(body.roles).toEqual(['coordinator']);
  });

  it('after 12 hours, however much it is used', async () => {
    const cookie = await api.signIn(maren);
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      await shiftClock(api.database, `${minutes} minutes`);
      await api.call('get', '/api/me', cookie).expect(200);
    }
    await shiftClock(api.database, '12 hours 1 second');
    await api.call('get', '/api/me', cookie).expect(401);
  });

  it('after 15 minutes in which the console called by itself alone', async () => {
    const cookie = await api.signIn(maren);
    for (const minutes of [4, 8, 12, 14]) {
      await shiftClock(api.database, `${minutes} minutes`);
      await api.call('get', '/api/me', cookie).set('X-Throughline-Background', '1').expect(200);
    }
    await shiftClock(api.database, '15 minutes 1 second');
    await api.call('get', '/api/me', cookie).expect(401);
  });

  it('with signing out, on the server as well', async () => {
    const cookie = await api.signIn(maren);
    const { headers } = await api.call('delete', '/api/sign-ins/current', cookie).expect(204);
    expect(String(headers['set-cookie'])).toMatch(/^signin=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/);
    await api.call('get', '/api/me', cookie).expect(401);
    await api.call('delete', '/api/sign-ins/current', cookie).expect(401);
  });
});

import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';

interface Row {
  clinic_id: string;
  actor_kind: string;
  actor_id: string;
  roles: string[];
  action: string;
  outcome: string;
  subject_type: string;
  subject_ids: string[];
  client_ids: string[];
  request_id: string | null;
  ip: string | null;
}

const CURRENT = '/api/sign-ins/current';

describe('what somebody does with their way in stands in the audit log', () => {
  let api: RunningApi;
  let superuser: Client;
  let fernhollow: MadeClinic;
  let harrowLane: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    superuser = new Client({ connectionString: api.database.adminUrl });
    await superuser.connect();
    fernhollow = await aClinic(api.house);
    harrowLane = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  });
  afterAll(async () => {
    await superuser.end();
    await api.stop();
  });
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic: fernhollow, roles: ['admin', 'practitioner'] });
    await superuser.query('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  /** Of the account, in every clinic, oldest first; from a given row on. */
  const events = async (after = 0): Promise<Row[]> => {
    const { rows } = await superuser.query<Row>(
      `select e.* from audit_events e join staff_members m on m.clinic_id = e.clinic_id and m.id = e.actor_id
       where m.account_id = $1 order by e.at, e.id`,
      [maren.accountId],
    );
    return rows.slice(after);
  };
  const actions = async (after = 0) => (await events(after)).map(({ action }) => action);
  const codeNow = async () => totpCode(maren.totpSecret, await api.house.db.now());
  const cookieOf = (headers: Record<string, unknown>) => String(headers['set-cookie']).split(';')[0]!;
  const signInWithApp = async () => {
    const given = { kind: 'totp', code: await codeNow() };
    return api.call('post', `${CURRENT}/second-factor`, await api.signInHalf(maren)).send(given);
  };

  it('a sign-in, as the act of the person and by its request, and nothing that was typed', async () => {
    const answer = await signInWithApp();
    expect(answer.status).toBe(201);
    const [row, ...others] = await events();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      clinic_id: fernhollow.clinicId,
      actor_kind: 'staff',
      actor_id: maren.staffMemberId,
      roles: ['admin', 'practitioner'],
      action: 'sign-in.completed',
      outcome: 'done',
      subject_type: 'sign-in',
      client_ids: [],
      request_id: answer.headers['x-request-id'],
      ip: expect.stringMatching(/127\.0\.0\.1|::1/),
    });
    const { rows } = await superuser.query(
      'select id from sign_ins where id = any ($1) and revoked_at is null',
      [row!.subject_ids],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(row)).not.toContain(maren.email);
  });

  it('a wrong second factor, at the door and once more, as refused', async () => {
    const half = await api.signInHalf(maren);
    await api
      .call('post', `${CURRENT}/second-factor`, half)
      .send({ kind: 'totp', code: '12345' })
      .expect(401);
    await api.call('post', `${CURRENT}/passkey`, half).send({ response: {} }).expect(401);
    const full = await api.signIn(maren);
    await api.call('post', `${CURRENT}/step-up`, full).send({ kind: 'totp', code: '12345' }).expect(422);
    const refused = (await events()).filter(({ outcome }) => outcome === 'refused');
    expect(refused.map(({ action, roles }) => [action, roles.length])).toEqual(
      Array.from({ length: 3 }, () => ['sign-in.second-factor-refused', 2]),
    );
  });

  it('a recovery code, the step-up and the way out', async () => {
    const cookie = await api.signIn(maren);
    expect(await actions()).toEqual(['recovery-code.used', 'sign-in.completed']);
    await api
      .call('post', `${CURRENT}/step-up`, cookie)
      .send({ kind: 'totp', code: await codeNow() })
      .expect(204);
    await api.call('delete', CURRENT, cookie).expect(204);
    expect(await actions(2)).toEqual(['sign-in.stepped-up', 'sign-in.ended']);
    await api.call('delete', CURRENT, cookie).expect(401);
    expect(await actions(4)).toEqual([]);
  });

  it('an end that another sign-in in the same browser brings, and none for one that had run out', async () => {
    const again = (cookie: string) =>
      api
        .call('post', '/api/sign-ins', cookie)
        .send({ email: maren.email, password: maren.password })
        .expect(201);
    await again(await api.signIn(maren));
    expect(await actions(2)).toEqual(['sign-in.ended']);
    const idle = await api.signIn(maren);
    await shiftClock(api.database, '15 minutes 1 second');
    await again(idle);
    expect(await actions(5)).toEqual([]);
  });

  it('another browser that is signed out, one and all of them', async () => {
    const cookies = [await api.signIn(maren), await api.signIn(maren), await api.signIn(maren)];
    const { body } = await api.call('get', '/api/me/sign-ins', cookies[0]).expect(200);
    const other = (body.items as { id: string; current: boolean }[]).find(({ current }) => !current)!;
    const before = (await events()).length;
    await api.call('delete', `/api/me/sign-ins/${other.id}`, cookies[0]).expect(204);
    await api.call('delete', '/api/me/sign-ins', cookies[0]).expect(204);
    const ended = await events(before);
    expect(ended.map(({ action }) => action)).toEqual(['sign-in.revoked', 'sign-in.revoked']);
    expect(ended[0]!.subject_ids).toEqual([other.id]);
  });

  it('a change of clinic, in the log of each clinic what concerns it', async () => {
    const there = await aStaffMember(api.house, {
      clinic: harrowLane,
      accountId: maren.accountId,
      roles: ['coordinator'],
    });
    const cookie = await api.signIn(maren);
    const before = (await events()).length;
    const from = (await events())[0]!.clinic_id;
    const to = from === harrowLane.clinicId ? fernhollow : harrowLane;
    const { headers } = await api
      .call('post', `${CURRENT}/clinic`, cookie)
      .send({ clinicId: to.clinicId })
      .expect(201);
    expect((await events(before)).map(({ clinic_id, action }) => [clinic_id, action])).toEqual([
      [to.clinicId, 'sign-in.clinic-changed'],
      [from, 'sign-in.ended'],
    ]);
    const [changed] = await events(before);
    expect(changed!.actor_id).toBe(to === harrowLane ? there.staffMemberId : maren.staffMemberId);
    // One that is ended from the other clinic stands where it was.
    const second = await api.signIn(maren);
    await api.call('delete', '/api/me/sign-ins', second).expect(204);
    const last = (await events()).at(-1)!;
    expect([last.action, last.clinic_id]).toEqual(['sign-in.revoked', to.clinicId]);
    expect(cookieOf(headers)).not.toBe(second);
  });

  it('factors, recovery codes and the password', async () => {
    const cookie = await api.signIn(maren);
    const { body } = await api.call('post', '/api/me/totp', cookie).send({}).expect(201);
    const code = totpCode((body.secret as string).replaceAll(' ', ''), await api.house.db.now());
    await api.call('post', '/api/me/totp/confirmation', cookie).send({ code }).expect(201);
    await api.call('post', '/api/me/recovery-codes', cookie).send({}).expect(201);
    await api.call('delete', '/api/me/totp', cookie).expect(409);
    const change = { current: maren.password, password: 'slow rivers carry leaves' };
    await api.call('put', '/api/me/password', cookie).send(change).expect(204);
    expect(await actions(2)).toEqual(['factor.added', 'recovery-codes.renewed', 'password.changed']);
    for (const row of await events(2)) {
      expect(row).toMatchObject({ subject_type: 'staff-member', subject_ids: [maren.staffMemberId] });
      expect(row.request_id).not.toBeNull();
    }
  });

  it('a first factor, as the act of who is still signing in', async () => {
    await superuser.query('delete from totp_factors where account_id = $1', [maren.accountId]);
    const half = await api.signInHalf(maren);
    const { body } = await api.call('post', '/api/me/totp', half).send({}).expect(201);
    const code = totpCode((body.secret as string).replaceAll(' ', ''), await api.house.db.now());
    await api.call('post', '/api/me/totp/confirmation', half).send({ code }).expect(201);
    expect(await events()).toMatchObject([
      { action: 'factor.added', actor_id: maren.staffMemberId, roles: ['admin', 'practitioner'] },
      { action: 'sign-in.completed', actor_id: maren.staffMemberId },
    ]);
  });

  it('but not a wrong password, which the service log has without the address', async () => {
    const log = jest.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
    const nobody = 'nobody@fernhollow.example';
    for (const email of [maren.email, nobody]) {
      const { headers } = await api
        .call('post', '/api/sign-ins')
        .send({ email, password: 'not this one at all' });
      expect(log).toHaveBeenLastCalledWith({
        msg: 'sign-in refused',
        why: 'sign-in-refused',
        requestId: headers['x-request-id'],
      });
    }
    expect(JSON.stringify(log.mock.calls)).not.toContain('fernhollow.example');
    log.mockRestore();
    expect(await events()).toEqual([]);
  });
});

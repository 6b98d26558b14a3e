import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

const SECOND_FACTOR = '/api/sign-ins/current/second-factor';
const STEP_UP = '/api/sign-ins/current/step-up';

describe('the second factor', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    clinic = await aClinic(api.house);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic });
    await sql('delete from sign_in_throttles');
    await sql('delete from account_mails');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = <Row>(text: string, params: unknown[] = []) => api.house.db.acrossClinics<Row>(text, params);
  const give = (cookie: string, code: string, kind = 'totp') =>
    api.call('post', SECOND_FACTOR, cookie).send({ kind, code });
  const codeNow = async (person = maren) => totpCode(person.totpSecret, await api.house.db.now());
  const kinds = async () =>
    (await sql<{ kind: string }>('select kind from account_mails order by kind')).map(({ kind }) => kind);

  it('lets in with a code of the authenticator app', async () => {
    const { body, headers } = await give(await api.signInHalf(maren), await codeNow()).expect(201);
    expect(body).toEqual({ next: 'done', factors: [] });
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    await api.call('get', '/api/me', cookie).expect(200);
    expect(await kinds()).toEqual([]);
  });

  it('gives a new cookie, and the one before is worth nothing', async () => {
    const half = await api.signInHalf(maren);
    const { headers } = await give(half, await codeNow()).expect(201);
    expect(String(headers['set-cookie'])).not.toContain(half);
    await api.call('get', '/api/me', half).expect(401);
    await give(half, maren.recoveryCodes[0]!, 'recovery-code').expect(401);
  });

  it('takes a code once, also when two send it at once', async () => {
    const halves = [await api.signInHalf(maren), await api.signInHalf(maren)];
    const code = await codeNow();
    const answers = await Promise.all(halves.map((half) => give(half, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
    const { body } = await give(await api.signInHalf(maren), code).expect(401);
    expect(body.type).toBe('urn:throughline:problem:second-factor-refused');
  });

  it('takes each code once, however many bring it in the same moment', async () => {
    const who = { accountId: maren.accountId, signInId: maren.accountId };
    const given = [
      { kind: 'totp' as const, code: await codeNow() },
      { kind: 'recovery-code' as const, code: maren.recoveryCodes.shift()! },
    ];
    for (const factor of given) {
      const taken = await Promise.all(Array.from({ length: 12 }, () => api.house.factors.take(who, factor)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  it('lets a pending sign-in become one full one, also when two factors come at once', async () => {
    const half = await api.signInHalf(maren);
    const codes = maren.recoveryCodes.splice(0, 2);
    const answers = await Promise.all(codes.map((code) => give(half, code, 'recovery-code')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
  });

  it('lets in with each recovery code once, however it is typed, and tells its owner', async () => {
    const code = maren.recoveryCodes.shift()!;
    expect(code).toMatch(/^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$/);
    const typed = ` ${code.replaceAll('-', ' ').toLowerCase()} `;
    await give(await api.signInHalf(maren), typed, 'recovery-code').expect(201);
    expect(await kinds()).toEqual(['recovery-code-used']);
    await give(await api.signInHalf(maren), code, 'recovery-code').expect(401);
    expect(await kinds()).toEqual(['recovery-code-used']);
  });

  it('does not take what belongs to somebody else', async () => {
    const anselm = await aStaffMember(api.house, { clinic, name: 'Anselm Rook' });
    await give(await api.signInHalf(maren), await codeNow(anselm)).expect(401);
    await give(await api.signInHalf(maren), anselm.recoveryCodes[0]!, 'recovery-code').expect(401);
  });

  it.each([
    [{}, 'kind'],
    [{ kind: 'passkey', code: '000000' }, 'kind'],
    [{ kind: 'totp' }, 'code'],
    [{ kind: 'totp', code: '0'.repeat(65) }, 'code'],
    [{ kind: 'totp', code: '000000', clinicId: 'x' }, 'clinicId'],
  ])('says which field of %j is wrong', async (sent, field) => {
    const { body } = await api
      .call('post', SECOND_FACTOR, await api.signInHalf(maren))
      .send(sent)
      .expect(400);
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it('keeps neither secret nor codes to be read', async () => {
    const plain = [
      maren.totpSecret,
      ...maren.recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]),
    ];
    const forms = plain.flatMap((text) => [text, Buffer.from(text).toString('hex')]).join('|');
    for (const table of ['totp_factors', 'recovery_codes']) {
      expect(await sql(`select 1 from ${table} t where t::text ~* $1`, [forms])).toEqual([]);
    }
  });

  describe('once more', () => {
    const act = (cookie: string) => api.call('post', '/api/me/recovery-codes', cookie);

    it('is asked for five minutes after the last time, before what cannot be taken back', async () => {
      const cookie = await api.signIn(maren);
      await act(cookie).expect(201);
      await shiftClock(api.database, '5 minutes 1 second');
      const { body } = await act(cookie).expect(403);
      expect(body.type).toBe('urn:throughline:problem:step-up-required');
      expect((await api.call('get', '/api/me', cookie)).body.steppedUp).toBe(false);
      await api
        .call('post', STEP_UP, cookie)
        .send({ kind: 'totp', code: await codeNow() })
        .expect(204);
      await act(cookie).expect(201);
      expect((await api.call('get', '/api/me', cookie)).body.steppedUp).toBe(true);
    });

    it('does not sign out when it is wrong', async () => {
      const cookie = await api.signIn(maren);
      const { body } = await api
        .call('post', STEP_UP, cookie)
        .send({ kind: 'totp', code: '12345' })
        .expect(422);
      expect(body.type).toBe('urn:throughline:problem:second-factor-wrong');
      await api.call('get', '/api/me', cookie).expect(200);
    });

    it('is slowed down like at the door', async () => {
      const cookie = await api.signIn(maren);
      const wrong = { kind: 'totp', code: '12345' };
      for (let tries = 0; tries < 6; tries += 1)
        await api.call('post', STEP_UP, cookie).send(wrong).expect(422);
      await api
        .call('post', STEP_UP, cookie)
        .send({ kind: 'totp', code: await codeNow() })
        .expect(429);
    });

    it.each([
      [{ kind: 'totp' }, 'code'],
      [{ kind: 'passkey' }, 'response'],
      [{ kind: 'recovery-code', code: 'x' }, 'kind'],
    ])('says what is missing in %j', async (sent, field) => {
      const { body } = await api
        .call('post', STEP_UP, await api.signIn(maren))
        .send(sent)
        .expect(400);
      expect(body.errors[0].field).toBe(field);
    });
  });
});

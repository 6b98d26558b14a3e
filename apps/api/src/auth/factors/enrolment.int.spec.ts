import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

describe('setting up a second factor', () => {
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
  const post = (path: string, cookie: string, body: object = {}) => api.call('post', path, cookie).send(body);
  const mails = async () =>
    (await sql<{ kind: string }>('select kind from account_mails order by kind')).map(({ kind }) => kind);
  const withoutFactors = async () => {
    await sql('delete from totp_factors where account_id = $1', [maren.accountId]);
    await sql('delete from recovery_codes where account_id = $1', [maren.accountId]);
  };
  const begin = async (cookie: string) => {
    const { body } = await post('/api/me/totp', cookie).expect(201);
    return String(body.secret).replaceAll(' ', '');
  };
  const codeOf = async (secret: string) => totpCode(secret, await api.house.db.now());

  describe('for the first time', () => {
    beforeEach(withoutFactors);

    it('is what comes after the password, and signs in', async () => {
      const { email, password } = maren;
      const answer = await api.call('post', '/api/sign-ins').send({ email, password }).expect(201);
      // No passkey: this server is reached by an IP address.
      expect(answer.body).toEqual({ next: 'enrol', factors: ['totp'] });
      const half = String(answer.headers['set-cookie']).split(';')[0]!;
      const begun = await post('/api/me/totp', half).expect(201);
      expect(begun.body.secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
      const secret = String(begun.body.secret).replaceAll(' ', '');
      expect(begun.body.uri).toBe(
        `otpauth://totp/Throughline:${encodeURIComponent(email)}?secret=${secret}&issuer=Throughline`,
      );
      const done = await post('/api/me/totp/confirmation', half, { code: await codeOf(secret) }).expect(201);
      expect(done.body.next).toBe('done');
      expect(new Set(done.body.recoveryCodes).size).toBe(10);
      const full = String(done.headers['set-cookie']).split(';')[0]!;
      expect(full).not.toBe(half);
      await api.call('get', '/api/me', full).expect(200);
      await api.call('get', '/api/me', half).expect(401);
      expect(await mails()).toEqual(['factor-added']);
      const [code] = done.body.recoveryCodes;
      const next = await api.signInHalf(maren);
      await post('/api/sign-ins/current/second-factor', next, { kind: 'recovery-code', code }).expect(201);
    });

    it('changes nothing with a wrong code', async () => {
      const half = await api.signInHalf(maren);
      await begin(half);
      const { body, headers } = await post('/api/me/totp/confirmation', half, { code: '12345' }).expect(422);
      expect(body.type).toBe('urn:throughline:problem:second-factor-wrong');
      expect(headers['set-cookie']).toBeUndefined();
      expect(await mails()).toEqual([]);
      expect(await sql('select 1 from recovery_codes where account_id = $1', [maren.accountId])).toEqual([]);
      await begin(await api.signInHalf(maren));
    });

    it('is shut for everybody else who knows the password once there is one', async () => {
      const [hers, theirs] = [await api.signInHalf(maren), await api.signInHalf(maren)];
      const secret = await begin(hers);
      await post('/api/me/totp/confirmation', hers, { code: await codeOf(secret) }).expect(201);
      await post('/api/me/totp', theirs).expect(401);
      await post('/api/me/totp/confirmation', theirs, { code: await codeOf(secret) }).expect(401);
    });

    it('counts once, of two at the same time', async () => {
      const halves = [await api.signInHalf(maren), await api.signInHalf(maren)];
      const secret = await begin(halves[0]!);
      const code = await codeOf(secret);
      const answers = await Promise.all(
        halves.map((half) => post('/api/me/totp/confirmation', half, { code })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 401]);
      expect(await mails()).toEqual(['factor-added']);
    });
  });

  it('is not open to somebody with the password alone where a factor exists', async () => {
    const half = await api.signInHalf(maren);
    for (const path of [
      '/api/me/totp',
      '/api/me/totp/confirmation',
      '/api/me/passkeys/challenge',
      '/api/me/passkeys',
    ]) {
      const { body } = await post(path, half, { code: '000000' }).expect(401);
      expect(body.type).toBe('urn:throughline:problem:signed-out');
    }
  });

  it('by somebody signed in needs a fresh factor, and puts the new app in the place of the old', async () => {
    const cookie = await api.signIn(maren);
    const secret = await begin(cookie);
    const old = await codeOf(maren.totpSecret);
    const { body, headers } = await post('/api/me/totp/confirmation', cookie, {
      code: await codeOf(secret),
    }).expect(201);
    expect(body).toEqual({ next: 'done', recoveryCodes: null });
    expect(headers['set-cookie']).toBeUndefined();
    await post('/api/sign-ins/current/second-factor', await api.signInHalf(maren), {
      kind: 'totp',
      code: old,
    }).expect(401);
    await shiftClock(api.database, '5 minutes 1 second');
    const refused = await post('/api/me/totp', cookie).expect(403);
    expect(refused.body.type).toBe('urn:throughline:problem:step-up-required');
  });

  it('is told in full to its owner, and to nobody else', async () => {
    const cookie = await api.signIn(maren);
    const left = maren.recoveryCodes.length;
    const { body } = await api.call('get', '/api/me/factors', cookie).expect(200);
    expect(body).toEqual({
      totp: { createdAt: expect.stringMatching(/Z$/) },
      passkeys: [],
      recoveryCodesLeft: left,
      passkeysPossible: false,
    });
  });

  it('makes no passkeys where the service is reached by an IP address', async () => {
    await post('/api/me/passkeys/challenge', await api.signIn(maren)).expect(404);
  });

  it('gives ten new recovery codes, and the old ones are worth nothing', async () => {
    const { body } = await post('/api/me/recovery-codes', await api.signIn(maren)).expect(201);
    expect(body.recoveryCodes).toHaveLength(10);
    const give = async (code: string) =>
      (
        await post('/api/sign-ins/current/second-factor', await api.signInHalf(maren), {
          kind: 'recovery-code',
          code,
        })
      ).status;
    expect(await give(maren.recoveryCodes[0]!)).toBe(401);
    expect(await give(body.recoveryCodes[9])).toBe(201);
  });

  it('leaves the last factor where it is', async () => {
    const { body } = await api.call('delete', '/api/me/totp', await api.signIn(maren)).expect(409);
    expect(body.type).toBe('urn:throughline:problem:last-factor');
    const code = await codeOf(maren.totpSecret);
    await post('/api/sign-ins/current/second-factor', await api.signInHalf(maren), {
      kind: 'totp',
      code,
    }).expect(201);
    expect(await mails()).not.toContain('factor-removed');
  });
});

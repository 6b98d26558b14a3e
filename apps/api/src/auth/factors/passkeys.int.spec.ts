import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';
import { Authenticator } from './authenticator.test-support.js';

const CHALLENGE = '/api/sign-ins/current/passkey-challenge';
const PASSKEY = '/api/sign-ins/current/passkey';

describe('a passkey', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({
      env: { BASE_URL: 'http://localhost:3000' },
      open: () => openFrontDoor(FrontDoorModule),
    });
    clinic = await aClinic(api.house);
  });
  afterAll(async () => {
    delete process.env.BASE_URL;
    await api.stop();
  });
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic });
    await sql('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = (text: string, params: unknown[] = []) => api.house.db.acrossClinics(text, params);
  const post = (path: string, cookie: string, body: object = {}) => api.call('post', path, cookie).send(body);
  const options = async (path: string, cookie: string) => (await post(path, cookie).expect(201)).body.options;
  const enrol = async (cookie: string, device: Authenticator, name = 'Office laptop') =>
    post('/api/me/passkeys', cookie, {
      name,
      response: device.make(await options('/api/me/passkeys/challenge', cookie)),
    });
  const enrolled = async (device = new Authenticator()) => {
    await enrol(await api.signIn(maren), device).then(({ status }) => expect(status).toBe(201));
    return device;
  };
  const useIn = async (cookie: string, device: Authenticator) =>
    post(PASSKEY, cookie, { response: device.use(await options(CHALLENGE, cookie)) });

  it('is made and then lets in', async () => {
    const cookie = await api.signIn(maren);
    const device = new Authenticator();
    const asked = await options('/api/me/passkeys/challenge', cookie);
    expect(asked).toMatchObject({
      rp: { id: 'localhost', name: 'Throughline' },
      user: { name: maren.email },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
    });
    const made = await post('/api/me/passkeys', cookie, {
      name: 'Office laptop',
      response: device.make(asked),
    }).expect(201);
    expect(made.body).toEqual({ next: 'done', recoveryCodes: null });
    const { email, password } = maren;
    const answer = await api.call('post', '/api/sign-ins').send({ email, password }).expect(201);
    expect(answer.body).toEqual({ next: 'second-factor', factors: ['totp', 'passkey', 'recovery-code'] });
    const half = String(answer.headers['set-cookie']).split(';')[0]!;
    const done = await useIn(half, device);
    expect([done.status, done.body]).toEqual([201, { next: 'done', factors: [] }]);
    const full = String(done.headers['set-cookie']).split(';')[0]!;
    const { body } = await api.call('get', '/api/me/factors', full).expect(200);
    expect(body).toMatchObject({
      passkeys: [{ name: 'Office laptop', lastUsedAt: expect.stringMatching(/Z$/) }],
      passkeysPossible: true,
    });
  });

  it('may be the first factor, and then comes with recovery codes', async () => {
    await sql('delete from totp_factors where account_id = $1', [maren.accountId]);
    const { email, password } = maren;
    const answer = await api.call('post', '/api/sign-ins').send({ email, password }).expect(201);
    expect(answer.body).toEqual({ next: 'enrol', factors: ['totp', 'passkey'] });
    const half = String(answer.headers['set-cookie']).split(';')[0]!;
    const { status, body, headers } = await enrol(half, new Authenticator());
    expect(status).toBe(201);
    expect(body.recoveryCodes).toHaveLength(10);
    await api.call('get', '/api/me', String(headers['set-cookie']).split(';')[0]!).expect(200);
  });

  it('steps a sign-in up', async () => {
    const device = await enrolled();
    const cookie = await api.signIn(maren);
    await shiftClock(api.database, '6 minutes');
    const response = device.use(await options(CHALLENGE, cookie));
    await post('/api/sign-ins/current/step-up', cookie, { kind: 'passkey', response }).expect(204);
    await post('/api/me/recovery-codes', cookie).expect(201);
    await post('/api/sign-ins/current/step-up', cookie, { kind: 'passkey', response }).expect(422);
  });

  it.each([
    [
      'another challenge',
      (device: Authenticator) => device.use({ challenge: Buffer.alloc(32).toString('base64url') }),
    ],
    [
      'no person behind it',
      (device: Authenticator, asked: never) => Object.assign(device, { verifies: false }).use(asked),
    ],
    [
      'another site',
      (device: Authenticator, asked: never) =>
        Object.assign(device, { origin: 'https://localhost.example' }).use(asked),
    ],
    [
      'a counter that stands still',
      (device: Authenticator, asked: never) => Object.assign(device, { counter: 6 }).use(asked),
    ],
    ['a device nobody knows', (_: Authenticator, asked: never) => new Authenticator().use(asked)],
    ['nothing of the kind', () => ({})],
    ['an id that is none', () => ({ id: 7, response: null })],
    ['half of an answer', (device: Authenticator, asked: never) => ({ ...device.use(asked), response: {} })],
  ])('is refused with %s', async (_, answer) => {
    const device = await enrolled();
    device.counter = 6;
    const first = await api.signInHalf(maren);
    expect((await useIn(first, device)).status).toBe(201);
    const half = await api.signInHalf(maren);
    const asked = (await options(CHALLENGE, half)) as never;
    const { body } = await post(PASSKEY, half, { response: answer(device, asked) }).expect(401);
    expect(body.type).toBe('urn:throughline:problem:second-factor-refused');
  });

  it('answers each challenge once, within five minutes, in the sign-in that asked', async () => {
    const device = await enrolled();
    const [one, other] = [await api.signInHalf(maren), await api.signInHalf(maren)];
    const asked = await options(CHALLENGE, one);
    await options(CHALLENGE, other);
    await post(PASSKEY, other, { response: device.use(asked) }).expect(401);
    await shiftClock(api.database, '5 minutes 1 second');
    await post(PASSKEY, one, { response: device.use(asked) }).expect(401);
    const again = await options(CHALLENGE, one);
    await post(PASSKEY, one, { response: {} }).expect(401);
    await post(PASSKEY, one, { response: device.use(again) }).expect(401);
  });

  it('belongs to one account', async () => {
    const device = await enrolled();
    const anselm = await aStaffMember(api.house, { clinic, name: 'Anselm Rook' });
    expect((await useIn(await api.signInHalf(anselm), device)).status).toBe(401);
    const { status, body } = await enrol(await api.signIn(anselm), device);
    expect([status, body.type]).toEqual([422, 'urn:throughline:problem:passkey-refused']);
  });

  it.each([
    [
      'another site',
      (device: Authenticator, asked: never) =>
        Object.assign(device, { origin: 'http://127.0.0.1:3000' }).make(asked),
    ],
    [
      'no person behind it',
      (device: Authenticator, asked: never) => Object.assign(device, { verifies: false }).make(asked),
    ],
    [
      'another challenge',
      (device: Authenticator) => device.make({ challenge: Buffer.alloc(32).toString('base64url') }),
    ],
    ['nothing of the kind', () => ({})],
  ])('is not kept when it was made with %s', async (_, answer) => {
    const cookie = await api.signIn(maren);
    const asked = (await options('/api/me/passkeys/challenge', cookie)) as never;
    const response = answer(new Authenticator(), asked);
    const { body } = await post('/api/me/passkeys', cookie, { name: 'x', response }).expect(422);
    expect(body.type).toBe('urn:throughline:problem:passkey-refused');
  });

  it('can be taken away, and is worth nothing then', async () => {
    const device = await enrolled();
    const cookie = await api.signIn(maren);
    const { body } = await api.call('get', '/api/me/factors', cookie).expect(200);
    const [{ id }] = body.passkeys;
    const anselm = await aStaffMember(api.house, { clinic, name: 'Anselm Rook' });
    await api.call('delete', `/api/me/passkeys/${id}`, await api.signIn(anselm)).expect(404);
    await api.call('delete', `/api/me/passkeys/${id}`, cookie).expect(204);
    await api.call('delete', `/api/me/passkeys/${id}`, cookie).expect(404);
    expect((await useIn(await api.signInHalf(maren), device)).status).toBe(401);
  });

  it('stays when it is the last factor, also when the last two are removed at once', async () => {
    await enrolled();
    const cookie = await api.signIn(maren);
    const [{ id }] = (await api.call('get', '/api/me/factors', cookie)).body.passkeys;
    const answers = await Promise.all([
      api.call('delete', `/api/me/passkeys/${id}`, cookie),
      api.call('delete', '/api/me/totp', cookie),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

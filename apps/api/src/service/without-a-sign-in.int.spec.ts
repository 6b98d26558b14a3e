import { Module } from '@nestjs/common';
import { AccountTokens } from '@app/clinics/tokens/account-tokens.service.js';
import type { TokenPurpose } from '@app/clinics/tokens/account-token.types.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { ClinicStartsApiModule } from '../clinic-starts/clinic-starts.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { InvitationsApiModule } from '../invitations/invitations.module.js';
import { PasswordResetsApiModule } from '../password-resets/password-resets.module.js';
import { ServiceApiModule } from './service.module.js';

@Module({
  imports: [
    FrontDoorModule,
    ClinicStartsApiModule,
    InvitationsApiModule,
    PasswordResetsApiModule,
    ServiceApiModule,
  ],
})
class TestedModule {}

const NEW = 'slow rivers carry leaves';
const problem = (code: string) => `urn:throughline:problem:${code}`;
const harrow = {
  clinicName: 'Harrow Lane Clinic',
  shortName: 'Harrow Lane',
  country: 'GB',
  timeZone: 'Europe/London',
  phone: '+44 20 7946 0101',
};

describe('without a sign-in', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let admin: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(TestedModule) });
    clinic = await aClinic(api.house);
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    admin = await aStaffMember(api.house, { clinic, roles: ['admin'] });
    await sql('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = (text: string, params: unknown[] = []) =>
    api.house.db.acrossClinics<{ id: string }>(text, params);
  const post = (path: string, body: object) => api.call('post', path).send(body);
  const plain = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
  const answerOf = ({
    status,
    body,
    headers,
  }: {
    status: number;
    body: object;
    headers: Record<string, unknown>;
  }) => {
    const { date: _, 'x-request-id': __, 'content-length': ___, ...others } = headers;
    return { status, body: plain(body as Record<string, unknown>), headers: others };
  };
  /** The newest link, as the mail would hold it. */
  const newestToken = async (purpose: TokenPurpose) => {
    const [row] = await sql('select id from account_tokens where purpose = $1 order by id desc limit 1', [
      purpose,
    ]);
    return api.app.get(AccountTokens, { strict: false }).tokenFor(row!.id, purpose);
  };

  it('tells whether a clinic may be started', async () => {
    const { body } = await api.call('get', '/api/service').expect(200);
    expect(body).toEqual({ signUp: 'open' });
  });

  it('tells whom to tell of a weakness', async () => {
    const { text, headers } = await api.call('get', '/.well-known/security.txt').expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
    const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)![1]!);
    expect(expires).toBeGreaterThan(Date.now() + 30 * 86_400_000);
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
  });

  it.each(['/api/password-resets', '/api/clinic-starts'])(
    '%s answers a known and an unknown address alike',
    async (path) => {
      const known = await post(path, { email: admin.email }).expect(202);
      const unknown = await post(path, { email: 'nobody@fernhollow.example' }).expect(202);
      expect(known.body).toEqual({});
      expect(answerOf(unknown)).toEqual(answerOf(known));
    },
  );

  it.each([
    ['/api/password-resets/redemption', { password: NEW }],
    ['/api/invitations/opening', {}],
    ['/api/invitations/acceptance', { password: NEW }],
    ['/api/clinic-starts/opening', {}],
    ['/api/clinic-starts/acceptance', { password: NEW, name: 'Marcus Bell', ...harrow }],
  ])('%s answers an unknown, a spent and an expired link alike', async (path, body) => {
    const purpose = path.includes('reset') ? 'reset' : path.includes('invit') ? 'invite' : 'start';
    const tokens = api.app.get(AccountTokens, { strict: false });
    const issue = async () => {
      const id = await tokens.issue({ purpose, subjectId: admin.accountId, clinicId: clinic.clinicId });
      return tokens.tokenFor(id, purpose);
    };
    const [spent, expired] = [await issue(), await issue()];
    await shiftClock(api.database, '25 hours');
    const answers = [];
    for (const token of ['x', 'a'.repeat(43), spent, expired]) {
      answers.push(answerOf(await post(path, { token, ...body }).expect(404)));
    }
    expect(answers[0]!.body).toMatchObject({ type: problem('link-ended') });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('takes a new password, which ends every sign-in and makes none', async () => {
    const cookie = await api.signIn(admin);
    await post('/api/password-resets', { email: admin.email }).expect(202);
    const token = await newestToken('reset');
    const weak = await post('/api/password-resets/redemption', { token, password: 'short' }).expect(422);
    expect(weak.body.errors).toMatchObject([
      { field: 'password', code: 'passwordTooShort', params: { min: 15 } },
    ]);
    const done = await post('/api/password-resets/redemption', { token, password: NEW }).expect(204);
    expect(done.headers['set-cookie']).toBeUndefined();
    await api.call('get', '/api/me', cookie).expect(401);
    await post('/api/sign-ins', { email: admin.email, password: admin.password }).expect(401);
    const { body } = await post('/api/sign-ins', { email: admin.email, password: NEW }).expect(201);
    expect(body.next).toBe('second-factor');
  });

  it('opens nothing after a reset until the second factor is given', async () => {
    await post('/api/password-resets', { email: admin.email }).expect(202);
    await post('/api/password-resets/redemption', {
      token: await newestToken('reset'),
      password: NEW,
    }).expect(204);
    const half = await api.signInHalf({ ...admin, password: NEW });
    for (const path of ['/api/me', '/api/staff', '/api/invitations'])
      await api.call('get', path, half).expect(401);
  });

  describe('an invitation', () => {
    const invitation = () => ({
      email: 'imani@osei.example',
      name: 'Imani Osei',
      roles: ['practitioner'],
      locationId: clinic.locationId,
    });

    it('leads from the admin to a colleague who signs in', async () => {
      const cookie = await api.signIn(admin);
      const made = await api.call('post', '/api/invitations', cookie).send(invitation()).expect(201);
      expect(made.body).toMatchObject({ state: 'open', version: 1, locationName: 'Main Street' });
      const token = await newestToken('invite');
      const opened = await post('/api/invitations/opening', { token }).expect(200);
      expect(opened.body).toEqual({
        clinicName: 'Fernhollow Integration',
        email: 'imani@osei.example',
        name: 'Imani Osei',
        roles: ['practitioner'],
        hasAccount: false,
      });
      const accepted = await post('/api/invitations/acceptance', { token, password: NEW }).expect(204);
      expect(accepted.headers['set-cookie']).toBeUndefined();
      const { body } = await post('/api/sign-ins', { email: 'imani@osei.example', password: NEW }).expect(
        201,
      );
      expect(body.next).toBe('enrol');
      const list = await api.call('get', '/api/invitations', cookie).expect(200);
      expect(list.body).toMatchObject({ items: [{ state: 'accepted' }], next: null });
      await api.call('post', '/api/invitations', cookie).send(invitation()).expect(409);
    });

    it('is sent again and taken back by its version', async () => {
      const cookie = await api.signIn(admin);
      const wanted = { ...invitation(), email: 'june@abara.example' };
      const { body } = await api.call('post', '/api/invitations', cookie).send(wanted).expect(201);
      const act = (what: string, version: number) =>
        api.call('post', `/api/invitations/${body.id}/${what}`, cookie).send({ version });
      expect((await act('resending', 1).expect(201)).body).toMatchObject({ version: 2 });
      expect((await act('revocation', 1).expect(409)).body.type).toBe(problem('conflict-version'));
      expect((await act('revocation', 2).expect(201)).body).toMatchObject({ state: 'revoked' });
    });

    it.each(['practitioner', 'coordinator'] as const)('is nothing a %s finds', async (role) => {
      const person = await aStaffMember(api.house, { clinic, roles: [role] });
      const cookie = await api.signIn(person);
      await api.call('get', '/api/invitations', cookie).expect(404);
      await api
        .call('post', '/api/invitations', cookie)
        .send({ ...invitation(), roles: ['admin'] })
        .expect(404);
    });

    it('needs a fresh second factor', async () => {
      const cookie = await api.signIn(admin);
      await shiftClock(api.database, '6 minutes');
      const { body } = await api.call('post', '/api/invitations', cookie).send(invitation()).expect(403);
      expect(body.type).toBe(problem('step-up-required'));
      await api.call('get', '/api/invitations', cookie).expect(200);
    });

    it.each([
      ['no role', { roles: [] }],
      ['an unknown role', { roles: ['owner'] }],
      ['no address', { email: 'imani' }],
      ['no name', { name: ' ' }],
      ['a field too many', { invitedBy: 'x' }],
    ])('is refused with %s', async (_, wrong) => {
      const cookie = await api.signIn(admin);
      const { body } = await api.call('post', '/api/invitations', cookie).send({ ...invitation(), ...wrong });
      expect(body).toMatchObject({ status: 400, type: problem('invalid') });
    });
  });

  describe('a clinic', () => {
    it('is started by who proves an address, and then signs in', async () => {
      await post('/api/clinic-starts', { email: 'marcus@bell.example' }).expect(202);
      const token = await newestToken('start');
      const opened = await post('/api/clinic-starts/opening', { token }).expect(200);
      expect(opened.body).toEqual({ email: 'marcus@bell.example' });
      const start = { token, name: 'Marcus Bell', password: NEW, ...harrow };
      await post('/api/clinic-starts/acceptance', { ...start, timeZone: 'PST' }).expect(400);
      await post('/api/clinic-starts/acceptance', start).expect(204);
      const { body } = await post('/api/sign-ins', { email: 'marcus@bell.example', password: NEW }).expect(
        201,
      );
      expect(body.next).toBe('enrol');
    });

    it('is added to those of who is signed in, with a fresh second factor', async () => {
      const cookie = await api.signIn(admin);
      const { body } = await api.call('post', '/api/clinics', cookie).send(harrow).expect(201);
      expect(body).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/) });
      await shiftClock(api.database, '6 minutes');
      await api.call('post', '/api/clinics', cookie).send(harrow).expect(403);
      await post('/api/clinics', harrow).expect(401);
    });
  });

  it('needs the header of the console for each of them', async () => {
    for (const path of ['/api/password-resets', '/api/invitations/acceptance', '/api/clinic-starts']) {
      const { body } = await api.call('post', path).set('X-Throughline', '').send({}).expect(403);
      expect(body.type).toBe(problem('header-missing'));
    }
  });
});

describe('where starting a clinic is closed', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi({ env: { CLINIC_SIGN_UP: 'closed' }, open: () => openFrontDoor(TestedModule) });
  });
  afterAll(async () => {
    delete process.env.CLINIC_SIGN_UP;
    await api.stop();
  });

  it('says so, and has none of it', async () => {
    expect((await api.call('get', '/api/service').expect(200)).body).toEqual({ signUp: 'closed' });
    const { body } = await api
      .call('post', '/api/clinic-starts')
      .send({ email: 'marcus@bell.example' })
      .expect(404);
    expect(body.type).toBe(problem('not-found'));
    await api.call('post', '/api/clinic-starts/opening').send({ token: 'x' }).expect(404);
  });
});

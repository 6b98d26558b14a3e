import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';

const WRONG = 'not the password at all';

describe('signing in', () => {
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
  const attempt = (email: string, password: string) =>
    api.call('post', '/api/sign-ins').send({ email, password });
  const asStaff = (text: string) =>
    api.house.db.inClinic(clinic.system, (tx) => tx.query(text, [clinic.clinicId, maren.staffMemberId]));

  it('answers that it is done, and who is signed in', async () => {
    const { body, headers } = await attempt(maren.email, maren.password).expect(201);
    expect(body).toEqual({ next: 'done' });
    const cookie = String(headers['set-cookie']).split(';')[0]!;
    const me = await api.call('get', '/api/me', cookie).expect(200);
    expect(me.body).toEqual({
      accountId: maren.accountId,
      staffMemberId: maren.staffMemberId,
      name: 'Maren Okoye',
      email: maren.email,
      roles: ['admin', 'practitioner'],
      clinic: {
        id: clinic.clinicId,
        name: 'Fernhollow Integration',
        location: { id: clinic.locationId, name: 'Main Street', timeZone: 'America/Boise' },
      },
    });
  });

  it('takes the address in any letter case', async () => {
    await attempt(maren.email.toUpperCase(), maren.password).expect(201);
  });

  it('gives a cookie that scripts cannot read and other sites do not send', async () => {
    const { headers } = await attempt(maren.email, maren.password).expect(201);
    expect(String(headers['set-cookie'])).toMatch(/^signin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps only the hash of the token', async () => {
    const token = (await api.signIn(maren)).split('=')[1]!;
    const hex = Buffer.from(token).toString('hex');
    const rows = await sql('select 1 from sign_ins s where s::text ~ $1', [`${token}|${hex}`]);
    expect(rows).toEqual([]);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await attempt(maren.email, WRONG).expect(401);
    const unknown = await attempt('nobody@fernhollow.example', WRONG).expect(401);
    const plain = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
    expect(plain(unknown.body)).toEqual(plain(wrong.body));
    expect(wrong.body.type).toBe('urn:throughline:problem:sign-in-refused');
    expect(unknown.headers['set-cookie']).toBeUndefined();
  });

  it('answers a disabled account and a suspended staff member like a wrong password', async () => {
    await sql("update accounts set status = 'disabled' where id = $1", [maren.accountId]);
    const disabled = await attempt(maren.email, maren.password).expect(401);
    await sql("update accounts set status = 'active' where id = $1", [maren.accountId]);
    await asStaff("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2");
    const suspended = await attempt(maren.email, maren.password).expect(401);
    expect([disabled.body.type, suspended.body.type]).toEqual(
      Array(2).fill('urn:throughline:problem:sign-in-refused'),
    );
  });

  it.each([
    [
      'a disabled account',
      () => sql("update accounts set status = 'disabled' where id = $1", [maren.accountId]),
    ],
    [
      'a suspended staff member',
      () => asStaff("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2"),
    ],
    [
      'a revoked sign-in',
      () => sql('update sign_ins set revoked_at = app_now() where account_id = $1', [maren.accountId]),
    ],
    ['15 minutes without a request', () => shiftClock(api.database, '15 minutes 1 second')],
  ])('refuses the very next request after %s', async (_, change) => {
    const cookie = await api.signIn(maren);
    await api.call('get', '/api/me', cookie).expect(200);
    await change();
    const { body } = await api.call('get', '/api/me', cookie).expect(401);
    expect(body.type).toBe('urn:throughline:problem:signed-out');
  });

  it('goes by the roles of now, not of the time of signing in', async () => {
    const cookie = await api.signIn(maren);
    await asStaff("update staff_members set roles = '{coordinator}' where clinic_id = $1 and id = $2");
    const { body } = await api.call('get', '/api/me', cookie).expect(200);
    expect(body.roles).toEqual(['coordinator']);
  });

  it('lasts while it is used, but never longer than 12 hours', async () => {
    const cookie = await api.signIn(maren);
    for (let minutes = 14; minutes < 12 * 60; minutes += 14) {
      await shiftClock(api.database, `${minutes} minutes`);
      await api.call('get', '/api/me', cookie).expect(200);
    }
    await shiftClock(api.database, '12 hours 1 second');
    await api.call('get', '/api/me', cookie).expect(401);
  });

  it('ends with signing out, on the server as well', async () => {
    const cookie = await api.signIn(maren);
    const { headers } = await api.call('delete', '/api/sign-ins/current', cookie).expect(204);
    expect(String(headers['set-cookie'])).toMatch(/^signin=; Path=\/; HttpOnly; SameSite=Lax; Max-Age=0$/);
    await api.call('get', '/api/me', cookie).expect(401);
    await api.call('delete', '/api/sign-ins/current', cookie).expect(401);
  });

  it.each(['signin=', 'signin=abc', `signin=${'a'.repeat(43)}`, 'signin=%00', '__Host-signin=x'])(
    'is not signed in by the cookie %s',
    (cookie) =>
      api
        .call('get', '/api/me', cookie)
        .expect(401)
        .then(() => undefined),
  );

  describe('guessing', () => {
    it('is slowed down after five failures, the right password included', async () => {
      for (let failures = 0; failures < 6; failures += 1) await attempt(maren.email, WRONG).expect(401);
      const { body, headers } = await attempt(maren.email, maren.password).expect(429);
      expect(body.type).toBe('urn:throughline:problem:too-many-tries');
      expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
      await shiftClock(api.database, '2 minutes');
      await attempt(maren.email, maren.password).expect(201);
    });

    it('never makes the next try wait longer than 15 minutes, however often it was refused', async () => {
      for (let failures = 0; failures < 6; failures += 1) await attempt(maren.email, WRONG).expect(401);
      await sql('update sign_in_throttles set failures = 4000');
      const { headers } = await attempt(maren.email, WRONG).expect(429);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(900);
      await attempt(maren.email, WRONG).expect(429);
      await shiftClock(api.database, '15 minutes 1 second');
      await attempt(maren.email, maren.password).expect(201);
    });

    it('counts tries that are made at the same time', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(maren.email, WRONG)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(6);
      expect(statuses.filter((status) => status === 429)).toHaveLength(6);
    });

    it('is forgotten with the right password', async () => {
      for (let failures = 0; failures < 5; failures += 1) await attempt(maren.email, WRONG).expect(401);
      await attempt(maren.email, maren.password).expect(201);
      for (let failures = 0; failures < 5; failures += 1) await attempt(maren.email, WRONG).expect(401);
    });

    it('leaves no address and no account to read in the table', async () => {
      await attempt(maren.email, WRONG).expect(401);
      const rows = await sql('select 1 from sign_in_throttles t where t::text like $1', [`%${maren.email}%`]);
      expect(rows).toEqual([]);
    });
  });

  it('lists colleagues at work, of this clinic alone', async () => {
    const other = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    await aStaffMember(api.house, { clinic: other, name: 'Ines Duarte' });
    await aStaffMember(api.house, { clinic, name: 'Anselm Rook', roles: ['coordinator'] });
    const { body } = await api.call('get', '/api/staff', await api.signIn(maren)).expect(200);
    const names = body.items.map(({ name }: { name: string }) => name);
    expect(names).toContain('Anselm Rook');
    expect(names).not.toContain('Ines Duarte');
    expect(Object.keys(body.items[0]).sort()).toEqual(['id', 'name', 'roles']);
  });
});

describe('signing in over https', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi({
      env: { BASE_URL: 'https://care.example' },
      open: () => openFrontDoor(FrontDoorModule),
    });
  });
  afterAll(async () => {
    delete process.env.BASE_URL;
    await api.stop();
  });

  it('binds the cookie to the host and to https', async () => {
    const maren = await aStaffMember(api.house, { clinic: await aClinic(api.house) });
    const { headers } = await api
      .call('post', '/api/sign-ins')
      .set('Origin', 'https://care.example')
      .send({ email: maren.email, password: maren.password })
      .expect(201);
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-signin=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
  });
});

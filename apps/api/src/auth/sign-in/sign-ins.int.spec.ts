import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

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
    maren = await aStaffMember(api.house, {
      clinic,
      roles: ['admin', 'practitioner'],
      hashedAsForPeople: true,
    });
    await sql('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = (text: string, params: unknown[] = []) => api.house.db.acrossClinics(text, params);
  const attempt = (email: string, password: string) =>
    api.call('post', '/api/sign-ins').send({ email, password });
  const asStaff = (text: string) =>
    api.house.db.inClinic(clinic.system, (tx) => tx.query(text, [clinic.clinicId, maren.staffMemberId]));

  it('asks for the second factor, and then says who is signed in', async () => {
    const { body } = await attempt(maren.email, maren.password).expect(201);
    expect(body).toEqual({ next: 'second-factor', factors: ['totp', 'recovery-code'] });
    const me = await api.call('get', '/api/me', await api.signIn(maren)).expect(200);
    expect(me.body).toEqual({
      accountId: maren.accountId,
      staffMemberId: maren.staffMemberId,
      name: 'Maren Okoye',
      email: maren.email,
      roles: ['admin', 'practitioner'],
      clinic: {
        id: clinic.clinicId,
        name: 'Fernhollow Integration',
        setUp: true,
        location: { id: clinic.locationId, name: 'Main Street', timeZone: 'America/Boise' },
      },
      clinics: [{ id: clinic.clinicId, name: 'Fernhollow Integration', shortName: 'Fernhollow' }],
      signIn: { idleSeconds: 900, expiresAt: expect.stringMatching(/^\d{4}-.+Z$/) },
      steppedUp: true,
      wantsDigest: true,
    });
  });

  it('takes the address in any letter case, and a password as another keyboard composes it', async () => {
    await attempt(maren.email.toUpperCase(), maren.password).expect(201);
    const wren = await aStaffMember(api.house, { clinic, password: 'Ångström over seven hills' });
    await attempt(wren.email, 'A\u030angstro\u0308m over\u00a0seven hills').expect(201);
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

  it('takes as long for an unknown address as for a wrong password', async () => {
    const ms = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 8; round += 1) {
      await sql('delete from sign_in_throttles');
      ms.known.push(await msOf(() => attempt(maren.email, WRONG).expect(401)));
      ms.unknown.push(await msOf(() => attempt(`nobody-${round}@fernhollow.example`, WRONG).expect(401)));
    }
    const [known, unknown] = [ms.known.sort((a, b) => a - b), ms.unknown.sort((a, b) => a - b)];
    // Overlapping: the quickest of each is no slower than the slowest of the other.
    expect(known[0]!).toBeLessThan(unknown.at(-1)!);
    expect(unknown[0]!).toBeLessThan(known.at(-1)!);
    expect(unknown[0]!).toBeGreaterThan(known[0]! / 3);
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

  it('ends the sign-in that this browser had', async () => {
    const before = await api.signIn(maren);
    await api.call('post', '/api/sign-ins', before).send({ email: maren.email, password: WRONG }).expect(401);
    await api.call('get', '/api/me', before).expect(200);
    const { email, password } = maren;
    await api.call('post', '/api/sign-ins', before).send({ email, password }).expect(201);
    await api.call('get', '/api/me', before).expect(401);
  });

  it.each(['signin=', 'signin=abc', `signin=${'a'.repeat(43)}`, 'signin=%00', '__Host-signin=x'])(
    'is not signed in by the cookie %s',
    (cookie) =>
      api
        .call('get', '/api/me', cookie)
        .expect(401)
        .then(() => undefined),
  );

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

async function msOf(work: () => PromiseLike<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

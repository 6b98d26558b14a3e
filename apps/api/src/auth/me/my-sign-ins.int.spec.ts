import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

const CLINIC = '/api/sign-ins/current/clinic';

describe('the sign-ins of a person', () => {
  let api: RunningApi;
  let fernhollow: MadeClinic;
  let harrowLane: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    fernhollow = await aClinic(api.house);
    harrowLane = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic: fernhollow, roles: ['admin', 'practitioner'] });
    await sql('delete from sign_in_throttles');
    await sql('delete from account_mails');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = <Row>(text: string, params: unknown[] = []) => api.house.db.acrossClinics<Row>(text, params);
  const me = async (cookie: string) => (await api.call('get', '/api/me', cookie).expect(200)).body;
  const inBoth = () =>
    aStaffMember(api.house, { clinic: harrowLane, accountId: maren.accountId, roles: ['coordinator'] });
  const moveTo = async (cookie: string, { clinicId }: MadeClinic) => {
    const { headers } = await api.call('post', CLINIC, cookie).send({ clinicId }).expect(201);
    return String(headers['set-cookie']).split(';')[0]!;
  };

  it('are listed with browser and address, the current one marked, and nobody else’s', async () => {
    await api.signIn(await aStaffMember(api.house, { clinic: fernhollow, name: 'Anselm Rook' }));
    await api.signInHalf(maren);
    const first = await api.signIn(maren);
    const second = await api.signIn(maren);
    await sql(
      `update sign_ins set user_agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0'
      where account_id = $1`,
      [maren.accountId],
    );
    const { body } = await api.call('get', '/api/me/sign-ins', second).expect(200);
    expect(body).toEqual({
      items: [true, false].map((current) => ({
        id: expect.any(String),
        current,
        clinicName: 'Fernhollow Integration',
        createdAt: expect.stringMatching(/Z$/),
        lastSeenAt: expect.stringMatching(/Z$/),
        expiresAt: expect.stringMatching(/Z$/),
        ip: expect.stringMatching(/127\.0\.0\.1|::1/),
        browser: 'Firefox, Linux',
      })),
      next: null,
    });
    await api.call('delete', '/api/sign-ins/current', first).expect(204);
    expect((await api.call('get', '/api/me/sign-ins', second)).body.items).toHaveLength(1);
  });

  it('can be ended one by one, by their owner alone', async () => {
    const [lost, here] = [await api.signIn(maren), await api.signIn(maren)];
    const anselm = await api.signIn(
      await aStaffMember(api.house, { clinic: fernhollow, name: 'Anselm Rook' }),
    );
    const { items } = (await api.call('get', '/api/me/sign-ins', here)).body;
    const { id } = items.find(({ current }: { current: boolean }) => !current);
    await api.call('delete', `/api/me/sign-ins/${id}`, anselm).expect(404);
    await me(lost);
    await api.call('delete', `/api/me/sign-ins/${id}`, here).expect(204);
    await api.call('get', '/api/me', lost).expect(401);
    await api.call('delete', `/api/me/sign-ins/${id}`, here).expect(404);
    await me(here);
  });

  it('can be ended all at once, but the one that asks', async () => {
    const others = [await api.signIn(maren), await api.signIn(maren)];
    const half = await api.signInHalf(maren);
    const here = await api.signIn(maren);
    await api.call('delete', '/api/me/sign-ins', here).expect(204);
    for (const cookie of others) await api.call('get', '/api/me', cookie).expect(401);
    const factor = { kind: 'recovery-code', code: maren.recoveryCodes[0] };
    await api.call('post', '/api/sign-ins/current/second-factor', half).send(factor).expect(401);
    await me(here);
  });

  describe('in several clinics', () => {
    it('go on in another one with a new cookie, the same limit and the other roles', async () => {
      await inBoth();
      const before = await api.signIn(maren);
      const { signIn, clinics } = await me(before);
      expect(clinics.map(({ shortName }: { shortName: string }) => shortName)).toEqual([
        'Fernhollow',
        'Harrow Lane',
      ]);
      await shiftClock(api.database, '6 minutes');
      const after = await moveTo(before, harrowLane);
      expect(await me(after)).toMatchObject({
        clinic: { id: harrowLane.clinicId },
        roles: ['coordinator'],
        signIn,
        steppedUp: false,
      });
      await api.call('get', '/api/me', before).expect(401);
    });

    it('begin in the one that was used last', async () => {
      await inBoth();
      const first = await api.signIn(maren);
      expect((await me(first)).clinic.id).toBe(fernhollow.clinicId);
      await moveTo(first, harrowLane);
      expect((await me(await api.signIn(maren))).clinic.id).toBe(harrowLane.clinicId);
    });

    it('never reach one where the person does not work, or does not any more', async () => {
      const cookie = await api.signIn(maren);
      const send = (clinicId: string) => api.call('post', CLINIC, cookie).send({ clinicId });
      await send(harrowLane.clinicId).expect(404);
      const { staffMemberId } = await inBoth();
      await api.house.db.inClinic(harrowLane.system, (tx) =>
        tx.query("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2", [
          harrowLane.clinicId,
          staffMemberId,
        ]),
      );
      await send(harrowLane.clinicId).expect(404);
      await me(cookie);
    });

    it('begin in another one after a suspension in the one used last', async () => {
      const { staffMemberId } = await inBoth();
      await moveTo(await api.signIn(maren), harrowLane);
      await api.house.db.inClinic(harrowLane.system, (tx) =>
        tx.query("update staff_members set status = 'suspended' where clinic_id = $1 and id = $2", [
          harrowLane.clinicId,
          staffMemberId,
        ]),
      );
      expect((await me(await api.signIn(maren))).clinic.id).toBe(fernhollow.clinicId);
    });
  });

  describe('and another password', () => {
    const NEXT = 'two herons over the weir';
    const change = (cookie: string, body: object) => api.call('put', '/api/me/password', cookie).send(body);

    it('end everywhere else, and the owner is told', async () => {
      const [elsewhere, here] = [await api.signIn(maren), await api.signIn(maren)];
      const half = await api.signInHalf(maren);
      await sql('delete from account_mails');
      await change(here, { current: maren.password, password: NEXT }).expect(204);
      await me(here);
      await api.call('get', '/api/me', elsewhere).expect(401);
      const factor = { kind: 'recovery-code', code: maren.recoveryCodes[0] };
      await api.call('post', '/api/sign-ins/current/second-factor', half).send(factor).expect(401);
      const { email, password } = maren;
      await api.call('post', '/api/sign-ins').send({ email, password }).expect(401);
      await api.call('post', '/api/sign-ins').send({ email, password: NEXT }).expect(201);
      expect(await sql('select kind from account_mails')).toEqual([{ kind: 'password-changed' }]);
    });

    it.each([
      [
        { current: 'not this one at all', password: NEXT },
        [{ field: 'current', code: 'passwordWrong', params: {} }],
      ],
      [{ password: 'short' }, [{ field: 'password', code: 'passwordTooShort', params: { min: 15 } }]],
      [
        { password: 'ab '.repeat(50) },
        [{ field: 'password', code: 'passwordTooLong', params: { max: 128 } }],
      ],
      [{ password: 'passwordpassword' }, [{ field: 'password', code: 'passwordCommon', params: {} }]],
      [{ password: 'MarenOkoye-Fernhollow' }, [{ field: 'password', code: 'passwordNamesYou', params: {} }]],
    ])('say what is wrong with %j', async (wish, errors) => {
      const cookie = await api.signIn(maren);
      const { body } = await change(cookie, { current: maren.password, ...wish }).expect(422);
      expect(
        body.errors.map(({ field, code, params }: Record<string, unknown>) => ({ field, code, params })),
      ).toEqual(errors);
      await api
        .call('post', '/api/sign-ins')
        .send({ email: maren.email, password: maren.password })
        .expect(201);
    });

    it('slow somebody down who guesses the one in use', async () => {
      const cookie = await api.signIn(maren);
      for (let tries = 0; tries < 6; tries += 1)
        await change(cookie, { current: 'wrong', password: NEXT }).expect(422);
      await change(cookie, { current: maren.password, password: NEXT }).expect(429);
    });

    it('ask for the second factor first', async () => {
      const cookie = await api.signIn(maren);
      await shiftClock(api.database, '6 minutes');
      await change(cookie, { current: maren.password, password: NEXT }).expect(403);
    });
  });
});

import { Temporal } from 'temporal-polyfill';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { shiftClock } from '../../../../../test/support/api/clock.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

const WRONG = 'not the password at all';
const SECOND_FACTOR = '/api/sign-ins/current/second-factor';

describe('guessing', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    // Everybody comes through a proxy that says from where.
    api = await runningApi({
      env: { TRUSTED_PROXIES: '127.0.0.1,::1' },
      open: () => openFrontDoor(FrontDoorModule),
    });
    clinic = await aClinic(api.house);
  });
  afterAll(async () => {
    delete process.env.TRUSTED_PROXIES;
    await api.stop();
  });
  beforeEach(async () => {
    maren = await aStaffMember(api.house, { clinic, roles: ['admin', 'practitioner'] });
    await sql('delete from sign_in_throttles');
  });
  afterEach(() => shiftClock(api.database, '0'));

  const sql = (text: string, params: unknown[] = []) => api.house.db.acrossClinics(text, params);
  const attempt = (email: string, password: string, ip = '127.0.0.1') =>
    api.call('post', '/api/sign-ins').set('X-Forwarded-For', ip).send({ email, password });
  const give = (cookie: string, code: string, kind = 'totp', ip = '127.0.0.1') =>
    api.call('post', SECOND_FACTOR, cookie).set('X-Forwarded-For', ip).send({ kind, code });
  const half = async (ip: string) => {
    const { headers } = await attempt(maren.email, maren.password, ip).expect(201);
    return String(headers['set-cookie']).split(';')[0]!;
  };
  /** Never a code of now. */
  const wrongCode = async () => totpCode(maren.totpSecret, (await api.house.db.now()).subtract({ hours: 9 }));

  describe('at a password', () => {
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

    it('is refused at the 101st try from anywhere, and the owner still gets in', async () => {
      const owners = '198.51.100.7';
      const cookie = await half(owners);
      await give(cookie, maren.recoveryCodes.shift()!, 'recovery-code', owners).expect(201);
      let answered = 0;
      for (let seconds = 0; answered < 100; seconds += 61) {
        await shiftClock(api.database, `${seconds} seconds`);
        // Each from an address of its own, as often as they are let.
        const { status } = await attempt(maren.email, WRONG, `203.0.113.${answered}`);
        expect(status).toBe(401);
        answered += 1;
      }
      await attempt(maren.email, WRONG, '203.0.113.200').expect(429);
      // The owner, from where they have signed in before: at once.
      await attempt(maren.email, maren.password, owners).expect(201);
      // And from anywhere else after a minute at most: the right password forgot the failures of the guessers.
      await attempt(maren.email, maren.password, '192.0.2.44').expect(201);
    });

    it('makes the owner wait a minute at most at an address that is new to us', async () => {
      for (let tries = 0; tries < 60; tries += 1) {
        await shiftClock(api.database, `${tries * 61} seconds`);
        await attempt(maren.email, WRONG, `203.0.113.${tries}`).expect(401);
      }
      const { headers } = await attempt(maren.email, maren.password, '192.0.2.44').expect(429);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
      await shiftClock(api.database, `${60 * 61} seconds`);
      await attempt(maren.email, maren.password, '192.0.2.44').expect(201);
    });

    it('makes no address familiar: that takes the second factor', async () => {
      await half('203.0.113.5');
      for (let tries = 0; tries < 30; tries += 1) {
        await shiftClock(api.database, `${tries * 61} seconds`);
        await attempt(maren.email, WRONG, `192.0.2.${tries}`).expect(401);
      }
      await attempt(maren.email, WRONG, '203.0.113.5').expect(429);
    });

    it('knows the owner again by their IPv6 network, and shows them the whole address', async () => {
      const owners = '2001:db8:1:2::7';
      await give(await half(owners), maren.recoveryCodes.shift()!, 'recovery-code', owners).expect(201);
      const shown = await sql('select ip from sign_ins where account_id = $1 and second_factor is not null', [
        maren.accountId,
      ]);
      expect(shown).toContainEqual({ ip: owners });
      await attempt(maren.email, WRONG, '203.0.113.1').expect(401);
      await sql('update sign_in_throttles set failures = 4000 where failures > 0');
      await attempt(maren.email, maren.password, '2001:db8:1:3::7').expect(429);
      await attempt(maren.email, maren.password, '2001:db8:1:2:aaaa::9').expect(201);
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

  describe('at a second factor', () => {
    it('is slowed down over new sign-ins as well, the right code included', async () => {
      const code = await wrongCode();
      for (let tries = 0; tries < 6; tries += 1)
        await give(await half('203.0.113.9'), code, 'totp', '203.0.113.9').expect(401);
      const cookie = await half('203.0.113.9');
      const right = totpCode(maren.totpSecret, await api.house.db.now());
      await give(cookie, right, 'totp', '203.0.113.9').expect(429);
      await shiftClock(api.database, '2 minutes');
      const later = totpCode(maren.totpSecret, await api.house.db.now());
      await give(cookie, later, 'totp', '203.0.113.9').expect(201);
    });

    it('is slowed down for recovery codes alike', async () => {
      const cookie = await half('127.0.0.1');
      const code = 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA';
      for (let tries = 0; tries < 6; tries += 1) await give(cookie, code, 'recovery-code').expect(401);
      await give(cookie, maren.recoveryCodes[0]!, 'recovery-code').expect(429);
    });

    it('from many addresses does not lock the owner out where they have signed in before', async () => {
      const owners = '198.51.100.7';
      await give(await half(owners), maren.recoveryCodes.shift()!, 'recovery-code', owners).expect(201);
      const code = await wrongCode();
      let refused = 0;
      for (let tries = 0; tries < 20; tries += 1) {
        const ip = `203.0.113.${tries}`;
        if ((await give(await half(ip), code, 'totp', ip)).status === 429) refused += 1;
      }
      expect(refused).toBeGreaterThan(0);
      await give(await half(owners), maren.recoveryCodes.shift()!, 'recovery-code', owners).expect(201);
    });

    it('counts nothing for somebody who does not know the password', async () => {
      for (let tries = 0; tries < 30; tries += 1)
        await give(`signin=${'a'.repeat(43)}`, '000000').expect(401);
      const code = totpCode(maren.totpSecret, Temporal.Now.instant());
      await give(await half('127.0.0.1'), code).expect(201);
    });
  });
});

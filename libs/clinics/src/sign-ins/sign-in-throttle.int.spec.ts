import { type ClinicsHouse, openClinicsHouse } from '../clinics.test-support.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

describe('the throttle', () => {
  let at: ClinicsHouse;
  beforeAll(async () => {
    at = await openClinicsHouse();
  });
  afterAll(() => at.close());

  it('slows nobody who comes from one address in the same moment as colleagues', async () => {
    const throttle = at.get(SignInThrottle);
    const tryOf = (name: string) =>
      throttle.count({
        kind: 'password',
        subject: `${name}@fernhollow.example`,
        ip: '192.0.2.7',
        familiar: false,
      });
    await tryOf('maren');
    // As it stands for who asked first and had to wait for the row.
    await at.rows("update sign_in_throttles set last_failure_at = now() + interval '1 second'");
    await tryOf('ines');
  });

  it.each([
    ['of one IPv6 network', (tries: number) => `2001:db8:1:2::${tries.toString(16)}`],
    ['in either spelling', (tries: number) => (tries % 2 ? '203.0.113.9' : '::ffff:203.0.113.9')],
  ])('counts the addresses %s as one, for one account and for all', async (_, ipOf) => {
    const throttle = at.get(SignInThrottle);
    const triedAt = (subject: string, tries: number) =>
      throttle.count({ kind: 'password', subject, ip: ipOf(tries), familiar: true });
    const refusal = { status: 429 };
    const one = `${ipOf(1)}@fernhollow.example`;
    for (let tries = 1; tries <= 6; tries += 1) await triedAt(one, tries);
    await expect(triedAt(one, 7)).rejects.toMatchObject(refusal);
    for (let tries = 7; tries <= 51; tries += 1) await triedAt(`${tries}-${one}`, tries);
    await expect(triedAt(`52-${one}`, 52)).rejects.toMatchObject(refusal);
  });
});

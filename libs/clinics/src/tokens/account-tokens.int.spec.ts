import { newId } from '@app/platform/ids/ids.js';
import { type ClinicsHouse, openClinicsHouse } from '../clinics.test-support.js';
import { AccountTokens } from './account-tokens.service.js';

const ended = { status: 404, code: 'link-ended' };

describe('tokens of links to accounts', () => {
  let at: ClinicsHouse;
  let tokens: AccountTokens;

  beforeAll(async () => {
    at = await openClinicsHouse();
    tokens = at.get(AccountTokens);
  });
  afterAll(() => at.close());
  afterEach(() => at.shift('0'));

  const issued = async (purpose: 'invite' | 'reset' | 'start', subjectId = newId()) => {
    const id = await tokens.issue({ purpose, subjectId });
    return { id, subjectId, token: await tokens.tokenFor(id, purpose) };
  };

  it('have 256 bits, and only their hash is kept', async () => {
    const { id, token } = await issued('reset');
    expect(token).toMatch(/^[\w-]{43}$/);
    const hex = Buffer.from(token).toString('hex');
    const found = await at.rows('select 1 from account_tokens t where t.id = $1 and t::text ~ $2', [
      id,
      `${token}|${hex}|${Buffer.from(token, 'base64url').toString('hex')}`,
    ]);
    expect(found).toEqual([]);
  });

  it('open as often as one likes, and are spent once', async () => {
    const { id, subjectId, token } = await issued('reset');
    const open = { id, subjectId, clinicId: null, email: null };
    expect(await tokens.open('reset', token)).toEqual(open);
    expect(await tokens.open('reset', token)).toEqual(open);
    expect(await tokens.spend('reset', token)).toEqual(open);
    await expect(tokens.open('reset', token)).rejects.toMatchObject(ended);
    await expect(tokens.spend('reset', token)).rejects.toMatchObject(ended);
  });

  it('are spent by one of many who come at the same time', async () => {
    const { token } = await issued('start');
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => tokens.spend('start', token)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('are spent with the transaction that spends them, or not at all', async () => {
    const { token } = await issued('reset');
    const broken = at.db.inClinic(at.clinic.system, async (tx) => {
      await tokens.spend('reset', token, tx);
      throw new Error('after all not');
    });
    await expect(broken).rejects.toThrow('after all not');
    await tokens.open('reset', token);
  });

  it.each([
    ['reset', '30 minutes'],
    ['invite', '24 hours'],
    ['start', '24 hours'],
  ] as const)('for %s live %s and no longer', async (purpose, lifetime) => {
    const { token } = await issued(purpose);
    await at.shift(`${lifetime} -2 seconds`);
    await tokens.open(purpose, token);
    await at.shift(`${lifetime} 1 second`);
    await expect(tokens.open(purpose, token)).rejects.toMatchObject(ended);
    await expect(tokens.spend(purpose, token)).rejects.toMatchObject(ended);
  });

  it('serve their own purpose alone', async () => {
    const { token } = await issued('invite');
    await expect(tokens.open('reset', token)).rejects.toMatchObject(ended);
    await expect(tokens.spend('start', token)).rejects.toMatchObject(ended);
  });

  it.each(['', 'x', 'a'.repeat(43), '\u0000'])('are not %j', async (token) => {
    await expect(tokens.open('reset', token)).rejects.toMatchObject(ended);
  });

  it('end when a newer one is issued for the same, and for that alone', async () => {
    const [first, other] = [await issued('reset'), await issued('reset')];
    const second = await issued('reset', first.subjectId);
    await expect(tokens.open('reset', first.token)).rejects.toMatchObject(ended);
    await tokens.open('reset', second.token);
    await tokens.open('reset', other.token);
  });

  it('are not issued again within the time that was named, unless they were used', async () => {
    const subjectId = newId();
    const again = () => tokens.issueUnlessRecent({ purpose: 'reset', subjectId }, 120);
    const id = await again();
    expect(await again()).toBeNull();
    await tokens.open('reset', await tokens.tokenFor(id!, 'reset'));
    await at.shift('2 minutes 1 second');
    expect(await again()).not.toBeNull();
    // Anybody may ask: the owner's link must not end by it.
    await tokens.open('reset', await tokens.tokenFor(id!, 'reset'));
    await tokens.endAll('reset', subjectId);
    expect(await again()).not.toBeNull();
  });

  it('keep the address that a start proves sealed, and give it back', async () => {
    const email = 'canary@starting.example';
    const subjectId = await tokens.subjectOf(email);
    const id = await tokens.issue({ purpose: 'start', subjectId, email });
    expect(await tokens.open('start', await tokens.tokenFor(id, 'start'))).toMatchObject({ email });
    const latin1 = (_: string, value: unknown) =>
      value && typeof value === 'object' && 'data' in value
        ? Buffer.from(value.data as number[]).toString('latin1')
        : value;
    const [row] = await at.rows<object>('select * from account_tokens where id = $1', [id]);
    expect(JSON.stringify(row, latin1)).not.toContain('canary');
    expect(await tokens.subjectOf(' CANARY@starting.example ')).toBe(subjectId);
  });
});

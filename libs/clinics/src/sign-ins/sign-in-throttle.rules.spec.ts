import { BY_ACCOUNT, BY_ADDRESS, BY_PAIR, waitsAfterFailures } from './sign-in-throttle.rules.js';

describe('waits after failed tries', () => {
  it('begin after the free tries and double up to the longest', () => {
    expect(waitsAfterFailures({ free: 2, longest: 10 })).toEqual([0, 0, 1, 2, 4, 8, 10]);
  });

  it.each([BY_PAIR, BY_ACCOUNT, BY_ADDRESS])('never shrink and never pass the longest: %j', (policy) => {
    const waits = waitsAfterFailures(policy);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(policy.longest);
  });

  it('never lock anybody out for more than 15 minutes, nor an account from afar for more than one', () => {
    expect(Math.max(BY_PAIR.longest, BY_ADDRESS.longest)).toBeLessThanOrEqual(900);
    expect(BY_ACCOUNT.longest).toBeLessThanOrEqual(60);
  });
});

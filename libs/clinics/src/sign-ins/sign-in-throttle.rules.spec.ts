import { THROTTLES, waitsAfterFailures } from './sign-in-throttle.rules.js';

const POLICIES = Object.values(THROTTLES).flatMap((policies) => Object.values(policies));

describe('waits after failed tries', () => {
  it('begin after the free tries and double up to the longest', () => {
    expect(waitsAfterFailures({ free: 2, longest: 10 })).toEqual([0, 0, 1, 2, 4, 8, 10]);
  });

  it.each(POLICIES)('never shrink and never pass the longest: %j', (policy) => {
    const waits = waitsAfterFailures(policy);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(policy.longest);
  });

  it('never lock anybody out for more than 15 minutes, nor an account from afar for more than one', () => {
    expect(Math.max(...POLICIES.map(({ longest }) => longest))).toBeLessThanOrEqual(900);
    expect(THROTTLES.password.account.longest).toBeLessThanOrEqual(60);
  });

  it('keep somebody who knows the password from guessing a code: less than 1 in 1000 a day, from everywhere', () => {
    const { free, longest } = THROTTLES['second-factor'].account;
    const triesOfADay = free + Math.log2(longest) + 86_400 / longest;
    const codesThatFit = 3;
    expect((triesOfADay * codesThatFit) / 1_000_000).toBeLessThan(0.001);
  });
});

import { expectedSeals } from './audit-verify-arguments.js';

const CLINIC = '01939af2-0000-7000-8000-000000000001';
const HASH = 'ab'.repeat(32);

describe('what audit:verify is told', () => {
  it('is nothing, or seals noted earlier', () => {
    expect(expectedSeals([])).toEqual(new Map());
    expect(expectedSeals(['--expect', `${CLINIC}=12:${HASH}`])).toEqual(
      new Map([[CLINIC, { seq: 12, hash: HASH }]]),
    );
  });

  it.each([
    ['--expect'],
    ['--expected', `${CLINIC}=12:${HASH}`],
    ['--expect', `${CLINIC}=12:${HASH.slice(1)}`],
    ['--expect', `${CLINIC}=:${HASH}`],
    ['--expect', `fernhollow=12:${HASH}`],
    [`--expect=${CLINIC}=12:${HASH}`],
  ])('is refused when it cannot be meant: %s %s', (...args) => {
    expect(() => expectedSeals(args)).toThrow('Usage');
  });
});

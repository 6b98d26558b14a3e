import { Temporal } from 'temporal-polyfill';
import { nextAccountMailAt } from './account-mail-attempts.rules.js';

const now = Temporal.Instant.from('2026-11-23T08:00:00Z');
const seconds = (outcome: 'refused-for-now' | 'unknown', attempts: number) =>
  nextAccountMailAt(outcome, attempts, now)?.since(now).total('seconds') ?? null;

describe('the next attempt at a mail to an account', () => {
  it('comes soon at first, then ever later, and never rests longer than ten minutes', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 100].map((attempts) => seconds('refused-for-now', attempts))).toEqual([
      10, 30, 60, 120, 300, 600, 600, 600,
    ]);
  });

  it('is given up after about a day', () => {
    const waits = Array.from({ length: 149 }, (_, index) => seconds('refused-for-now', index + 1)!);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 3600).toBeCloseTo(24, 0);
    expect(seconds('refused-for-now', 150)).toBeNull();
  });

  it('is not made often where each attempt may have arrived', () => {
    expect([1, 2, 3].map((attempts) => seconds('unknown', attempts))).toEqual([10, 30, null]);
  });
});

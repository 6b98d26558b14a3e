import { Temporal } from 'temporal-polyfill';
import { nextNoticeAt } from './notice-attempts.rules.js';

const now = Temporal.Instant.from('2026-11-02T16:30:00Z');
const wait = (attempts: number) => nextNoticeAt(attempts, now)?.since(now).total('seconds') ?? null;

describe('trying a safety notice again', () => {
  it('waits longer each time, 10 minutes at most', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 199].map(wait)).toEqual([15, 30, 60, 120, 300, 600, 600, 600]);
  });

  it('ends some day', () => {
    expect(wait(200)).toBeNull();
  });
});

import { Temporal } from 'temporal-polyfill';
import { dayNumberAt, localDateAt, localTimeAt } from './client-clock.rules.js';

const at = (text: string) => Temporal.Instant.from(text);

describe('the clock of a client', () => {
  it('reads the wall clock there, without seconds', () => {
    expect(localTimeAt(at('2026-11-02T14:30:59Z'), 'America/Boise')).toBe('2026-11-02T07:30');
  });

  it('gives the date there, not the date in UTC', () => {
    expect(localDateAt(at('2026-11-02T03:00:00Z'), 'America/Boise')).toBe('2026-11-01');
  });

  it.each([
    ['the same day', '2026-11-02T16:00:00Z', '2026-11-03T05:00:00Z', 0],
    ['the next morning', '2026-11-02T16:00:00Z', '2026-11-03T15:00:00Z', 1],
    ['across a clock change', '2026-10-31T18:00:00Z', '2026-11-02T07:00:00Z', 2],
    ['a day that lies ahead', '2026-11-05T18:00:00Z', '2026-11-02T18:00:00Z', -3],
    ['across months', '2026-09-30T18:00:00Z', '2026-11-02T18:00:00Z', 33],
  ])('counts calendar days: %s', (_, since, now, days) => {
    expect(dayNumberAt(at(since), at(now), 'America/Boise')).toBe(days);
  });
});

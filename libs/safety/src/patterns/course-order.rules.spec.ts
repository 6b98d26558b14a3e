import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dayOf, isSoonAfterSession, isWithin, meanOf, rounded } from './course-order.rules.js';

const at = Temporal.Instant.from('2026-10-20T18:00:00Z');
const boise = { days: 14, timeZone: 'America/Boise' };

describe('times of a course', () => {
  it('counts days on the client’s calendar, the last of them to the minute', () => {
    // Noon on the 20th and noon on the 3rd: 25 hours lie in one of the days between.
    expect(isWithin(at, Temporal.Instant.from('2026-11-03T19:00:00Z'), boise)).toBe(true);
    expect(isWithin(at, Temporal.Instant.from('2026-11-03T19:00:01Z'), boise)).toBe(false);
    expect(isWithin(at, Temporal.Instant.from('2026-11-03T18:30:00Z'), { ...boise, timeZone: 'UTC' })).toBe(
      false,
    );
  });

  it('is as exact far away as it is near', () => {
    const zones = fc.constantFrom('America/Boise', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC');
    const hours = fc.integer({ min: 0, max: 60 * 24 });
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 30 }), zones, (ago, later, days, timeZone) => {
        // Apia has no 30 December 2011.
        const from = Temporal.Instant.from('2012-01-10T00:00:00Z').subtract({ hours: ago });
        const until = from.add({ hours: later });
        const last = from.toZonedDateTimeISO(timeZone).add({ days }).toInstant();
        expect(isWithin(from, until, { days, timeZone })).toBe(Temporal.Instant.compare(until, last) <= 0);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the first hours after a session from its beginning, the last instant not included', () => {
    const soon = (hours: number) => isSoonAfterSession(at.add({ hours }), [at], 72);
    expect([-1, 0, 71, 72].map(soon)).toEqual([false, true, true, false]);
    expect(isSoonAfterSession(at, [], 72)).toBe(false);
  });

  it('words days on the client’s clock, and rounds for people alone', () => {
    expect(dayOf(Temporal.Instant.from('2026-11-02T05:30:00Z'), 'America/Boise')).toBe('2026-11-01');
    expect(rounded(meanOf([2, 2, 3]))).toBe(2.3);
  });
});

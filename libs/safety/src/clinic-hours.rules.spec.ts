import { Temporal } from 'temporal-polyfill';
import { type ClinicHours, seenBy } from './clinic-hours.rules.js';

const weekdays: ClinicHours = {
  timeZone: 'America/Los_Angeles',
  openFrom: '08:00:00',
  openTo: '18:00:00',
  openDays: [1, 2, 3, 4, 5],
};
const seen = (now: string, hours = weekdays) => seenBy(hours, Temporal.Instant.from(now))?.toString() ?? null;

describe('when the clinic sees a request for a call', () => {
  it('is today by closing, from midnight on', () => {
    expect(seen('2026-11-02T08:00:00Z')).toBe('2026-11-03T02:00:00Z'); // Monday 00:00
    expect(seen('2026-11-03T00:59:59Z')).toBe('2026-11-03T02:00:00Z'); // Monday 16:59:59
  });

  it('is the next open day when less than an hour is left', () => {
    expect(seen('2026-11-03T01:00:00Z')).toBe('2026-11-04T02:00:00Z');
  });

  it('goes over the weekend and over the clock change', () => {
    expect(seen('2026-10-31T02:00:00Z')).toBe('2026-11-03T02:00:00Z'); // Friday 19:00 summer time
  });

  it('comes back to the only open day after a week', () => {
    expect(seen('2026-11-03T01:30:00Z', { ...weekdays, openDays: [1] })).toBe('2026-11-10T02:00:00Z');
  });

  it('promises nothing where no day is open', () => {
    expect(seen('2026-11-02T18:00:00Z', { ...weekdays, openDays: [] })).toBeNull();
  });
});

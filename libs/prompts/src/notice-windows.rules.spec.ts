import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { openingAt, stretchNow } from './notice-windows.rules.js';

const boise = { timeZone: 'America/Boise', quietFrom: '21:00', quietTo: '08:00' };
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('America/Boise').toInstant();
const localOf = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO('America/Boise').toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('when a mail about the e-mails leaves', () => {
  it.each([
    ['2026-11-05T00:00', '2026-11-05T08:00', '2026-11-05T21:00'],
    ['2026-11-05T12:30', '2026-11-05T12:30', '2026-11-05T21:00'],
    ['2026-11-05T21:00', '2026-11-06T08:00', '2026-11-06T21:00'],
  ])('from %s: out of quiet hours, from %s to %s', (moment, from, until) => {
    const stretch = openingAt(boise, at(moment));
    expect([localOf(stretch.from), localOf(stretch.until)]).toEqual([from, until]);
  });

  it.each([
    ['2026-11-05T12:30', '2026-11-05T21:00'],
    ['2026-11-05T20:45', '2026-11-05T21:45'],
    ['2026-11-05T23:30', '2026-11-06T00:30'],
  ])('asked for at %s: at once, until %s', (moment, until) => {
    const stretch = stretchNow(boise, at(moment));
    expect([localOf(stretch.from), localOf(stretch.until)]).toEqual([moment, until]);
  });

  it('never begins in quiet hours unless the client asked just now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 730 }), (minutes) => {
        const moment = Temporal.Instant.from('2026-01-01T00:00Z').add({ minutes });
        const { from, until } = openingAt(boise, moment);
        const hour = from.toZonedDateTimeISO('America/Boise').hour;
        expect(hour >= 8 && hour < 21).toBe(true);
        expect(Temporal.Instant.compare(from, moment)).toBeGreaterThanOrEqual(0);
        expect(Temporal.Instant.compare(until, from)).toBe(1);
      }),
    );
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { restEnd } from './rest.rules.js';

const ZONES = ['America/Boise', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu'];
const at = (local: string, timeZone: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
const localOf = (instant: Temporal.Instant | null, timeZone: string) =>
  instant?.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null;

describe('the end of a rest', () => {
  it.each([
    ['three-days', '2026-11-02T08:30', null, '2026-11-05T00:00'],
    ['three-days', '2026-11-02T23:59', null, '2026-11-05T00:00'],
    ['week', '2026-11-02T00:00', null, '2026-11-09T00:00'],
    // The clocks go back on Sunday 1 November.
    ['three-days', '2026-10-30T12:00', null, '2026-11-02T00:00'],
    ['next-call', '2026-11-02T08:30', '2026-11-10T15:00', '2026-11-11T00:00'],
    ['next-call', '2026-11-02T08:30', null, null],
    ['open', '2026-11-02T08:30', '2026-11-10T15:00', null],
  ] as const)('%s from %s, next call %s: %s', (length, from, call, end) => {
    const zone = 'America/Boise';
    const facts = { timeZone: zone, nextCallAt: call && at(call, zone) };
    expect(localOf(restEnd(length, facts, at(from, zone)), zone)).toBe(end);
  });

  it('begins a day where midnight does not exist with its first moment', () => {
    // Santiago leaps from midnight to one o’clock on Sunday 6 September 2026.
    const zone = 'America/Santiago';
    const end = restEnd('three-days', { timeZone: zone, nextCallAt: null }, at('2026-09-03T10:00', zone));
    expect(localOf(end, zone)).toBe('2026-09-06T01:00');
  });

  it('always lies ahead, at the first moment of a day on the client’s clock', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 800 });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minute, minute, (timeZone, begins, calls) => {
        const from = at('2026-01-01T00:00', 'UTC').add({ minutes: begins });
        const nextCallAt = from.add({ minutes: calls });
        for (const length of ['three-days', 'week', 'next-call'] as const) {
          const end = restEnd(length, { timeZone, nextCallAt }, from)!.toZonedDateTimeISO(timeZone);
          expect(end.equals(end.startOfDay())).toBe(true);
          expect(Temporal.Instant.compare(end.toInstant(), from)).toBe(1);
        }
        const [three, week] = (['three-days', 'week'] as const).map((length) =>
          restEnd(length, { timeZone, nextCallAt }, from)!.toZonedDateTimeISO(timeZone).toPlainDate(),
        );
        expect(three!.until(week!).days).toBe(4);
      }),
    );
  });
});

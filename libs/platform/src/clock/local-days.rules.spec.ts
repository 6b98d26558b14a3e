import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { localDate, localMinute } from './local-days.rules.js';

const ZONES = [
  'America/Boise',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'UTC',
];
const plainly = (at: Temporal.Instant, timeZone: string) => {
  const { hour, minute } = at.toZonedDateTimeISO(timeZone);
  return [at.toZonedDateTimeISO(timeZone).toPlainDate().toString(), hour * 60 + minute];
};
const found = (at: Temporal.Instant, timeZone: string) => [
  localDate(at, timeZone).toString(),
  localMinute(at, timeZone),
];
const ms = (text: string) => Date.parse(text);

describe('the day and the minute a clock shows', () => {
  it('are those of the calendar, in every zone and in whatever order they are asked for', () => {
    const instant = fc.integer({ min: ms('1995-01-01'), max: ms('2060-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.array(instant, { minLength: 1 }), (timeZone, instants) => {
        for (const one of instants) {
          const at = Temporal.Instant.fromEpochMilliseconds(one);
          expect(found(at, timeZone)).toEqual(plainly(at, timeZone));
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(ZONES)('are those of the calendar around every change of the clock in %s', (timeZone) => {
    let at: Temporal.ZonedDateTime | null =
      Temporal.Instant.from('2008-01-01T00:00:00Z').toZonedDateTimeISO(timeZone);
    for (let change = 0; change < 12 && at; change += 1) {
      at = at.getTimeZoneTransition('next');
      for (let minutes = -1_500; at && minutes <= 1_500; minutes += 29) {
        const near = at.toInstant().add({ minutes, seconds: minutes % 60 });
        expect(found(near, timeZone)).toEqual(plainly(near, timeZone));
      }
    }
  });

  it('are told to the edges of a day', () => {
    const edges = ['2026-11-23T06:59:59.999Z', '2026-11-23T07:00:00Z', '2026-11-24T06:59:59.999Z'];
    const told = edges.map((edge) => found(Temporal.Instant.from(edge), 'America/Boise'));
    expect(told).toEqual([
      ['2026-11-22', 1_439],
      ['2026-11-23', 0],
      ['2026-11-23', 1_439],
    ]);
  });
});

import { Temporal } from 'temporal-polyfill';
import {
  clockWords,
  dateWords,
  dayAndTimeWords,
  dayWords,
  localWords,
  promiseWords,
  shortDateWords,
  shortDayWords,
  timeWords,
  zoneWords,
} from './when.js';

const boise = { timeZone: 'America/Boise', locale: 'en-US' };
const at = '2026-10-22T20:00:00Z';

describe('times in words', () => {
  it('names the weekday, the date and the clock of the zone', () => {
    expect(dayWords('2026-11-10T18:30:00Z', boise)).toBe('Tuesday 10 November');
    expect(shortDayWords(at, boise)).toBe('Thu 22 Oct');
    expect(timeWords(at, boise)).toBe('2:00 pm');
    expect(dayAndTimeWords(at, boise)).toBe('Thu 22 Oct 2026, 2:00 pm');
    expect(promiseWords(at, boise)).toBe('Thu 22 Oct 2026, 2:00 pm, Mountain time');
  });

  it('takes an instant in any form', () => {
    expect(timeWords(new Date(at), boise)).toBe('2:00 pm');
    expect(timeWords(Temporal.Instant.from(at), boise)).toBe('2:00 pm');
  });

  it('keeps the clock across a change of the clocks', () => {
    expect(timeWords('2026-10-31T15:00:00Z', boise)).toBe('9:00 am');
    expect(timeWords('2026-11-02T16:00:00Z', boise)).toBe('9:00 am');
  });

  it('never moves a calendar date or a wall clock by a zone', () => {
    expect(dateWords('2026-11-10', 'en-US')).toBe('Tuesday 10 November');
    expect(shortDateWords('2026-09-01', 'en-GB')).toBe('Tue 1 Sep 2026');
    expect(clockWords('21:00', 'en-US')).toBe('9:00 pm');
    expect(clockWords('00:05', 'en-US')).toBe('12:05 am');
    expect(localWords('2026-11-02T08:30', 'en-US')).toBe('Mon 2 Nov 2026, 8:30 am');
  });

  it('counts hours as the locale does', () => {
    expect(timeWords(at, { timeZone: 'Europe/London', locale: 'en-GB' })).toBe('21:00');
    expect(dayWords(at, { timeZone: 'Europe/Berlin', locale: 'de-DE' })).toBe('Donnerstag, 22. Oktober');
  });

  it('says whose clock it is as people say it', () => {
    expect(zoneWords('America/Los_Angeles', 'en-US', at)).toBe('Pacific time');
    expect(zoneWords('Europe/Berlin', 'en-US', at)).toBe('Central European time');
  });

  it('refuses an unknown zone and a time that is none', () => {
    expect(() => dayWords(at, { timeZone: 'Mars/Olympus', locale: 'en-US' })).toThrow(RangeError);
    expect(() => dayWords('yesterday', boise)).toThrow(RangeError);
  });
});

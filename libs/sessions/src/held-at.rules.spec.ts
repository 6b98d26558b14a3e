import { Temporal } from 'temporal-polyfill';
import { dateBounds, hasPassed, heldAtOf, isWithinBounds, mayBeCompleted } from './held-at.rules.js';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-02T18:00:00Z');

describe('a local time as an instant', () => {
  it.each([
    ['an ordinary day', '2026-11-02', '14:00', 'America/Boise', '2026-11-02T21:00:00Z'],
    ['the same clock in summer', '2026-07-02', '14:00', 'America/Boise', '2026-07-02T20:00:00Z'],
    ['a time that does not exist is later', '2027-03-14', '02:30', 'America/Boise', '2027-03-14T09:30:00Z'],
    [
      'a time that occurs twice is the earlier',
      '2026-11-01',
      '01:30',
      'America/Boise',
      '2026-11-01T07:30:00Z',
    ],
    ['the same in Europe: gap', '2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
    ['the same in Europe: twice', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['half an hour of change', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
    ['a day that was skipped whole', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
    ['midnight that does not exist', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['a quarter-hour zone', '2026-11-02', '10:00', 'Asia/Kathmandu', '2026-11-02T04:15:00Z'],
  ])('%s', (_, heldOn, time, zone, instant) => {
    expect(heldAtOf({ heldOn, time }, zone).toString()).toBe(instant);
  });

  it('refuses a zone and a date that do not exist', () => {
    expect(() => heldAtOf({ heldOn: '2026-11-02', time: '10:00' }, 'America/Nowhere')).toThrow(RangeError);
    expect(() => heldAtOf({ heldOn: '2026-02-30', time: '10:00' }, 'UTC')).toThrow(RangeError);
  });
});

describe('the dates anything may bear', () => {
  it('reach from 2000 to five years ahead', () => {
    expect(dateBounds(now)).toEqual({ from: '2000-01-01', to: '2031-11-02' });
  });

  it.each([
    ['1999-12-31T23:59:59Z', false],
    ['2000-01-01T00:00:00Z', true],
    ['2031-11-02T23:59:59Z', true],
    ['2031-11-03T00:00:00Z', false],
    ['9999-06-01T00:00:00Z', false],
    ['-000044-03-15T00:00:00Z', false],
  ])('%s: %s', (instant, allowed) => {
    expect(isWithinBounds(at(instant), now)).toBe(allowed);
  });
});

describe('what may be called done', () => {
  it.each([
    ['2026-11-02T18:00:00Z', true, true],
    ['2026-11-02T18:00:01Z', false, true],
    ['2026-11-03T06:00:00Z', false, true],
    ['2026-11-03T06:00:01Z', false, false],
  ])('%s has passed: %s, may be completed: %s', (instant, passed, completed) => {
    expect(hasPassed(at(instant), now)).toBe(passed);
    expect(mayBeCompleted(at(instant), now)).toBe(completed);
  });
});

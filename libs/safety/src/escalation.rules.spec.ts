import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type ClinicHours, openDaysFrom } from './clinic-hours.rules.js';
import {
  CLAIMED_WITHIN_MINUTES,
  type EscalationStep,
  firstEscalation,
  type FlagClock,
  nextEscalation,
  stepDue,
} from './escalation.rules.js';

const at = (text: string) => Temporal.Instant.from(text);
const weekdays: ClinicHours = {
  timeZone: 'America/Boise',
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [1, 2, 3, 4, 5],
  holidays: ['2026-11-26'],
};
/** A red flag nobody has claimed, raised then. */
const red = (raised: string, more: Partial<FlagClock> = {}): FlagClock => ({
  kind: 'item-9',
  colour: 'red',
  raisedAt: at(raised),
  redSince: at(raised),
  settlesAt: null,
  callBy: null,
  escalateAt: null,
  ...more,
});
const amber = (raised: string, more: Partial<FlagClock> = {}) =>
  red(raised, { kind: 'mind-today', colour: 'amber', redSince: null, ...more });

/** Every step an unattended flag takes until `until`, looked for every 15 seconds as the sweep does. */
function steps(flag: FlagClock, until: Temporal.Instant, hours = weekdays): string[] {
  const taken: string[] = [];
  let state = { ...flag, escalateAt: firstEscalation(flag, hours) };
  while (state.escalateAt && Temporal.Instant.compare(state.escalateAt, until) <= 0) {
    const now: Temporal.Instant = state.escalateAt;
    const step = stepDue(state, hours, now);
    if (!step) throw new Error('A flag stands due for nothing.');
    taken.push(`${step} ${local(now, hours)}`);
    if (step === 'settles') state = { ...state, colour: 'red', redSince: now, settlesAt: null };
    state = { ...state, escalateAt: nextEscalation(step, state, hours, now) };
  }
  return taken;
}

const local = (instant: Temporal.Instant, { timeZone }: ClinicHours) =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('the timers of a red flag', () => {
  const far = at('2026-12-24T00:00:00Z');

  it.each([
    ['in hours', '2026-11-09T17:00:00Z', '2026-11-09T10:02', '2026-11-09T10:30'],
    ['before hours', '2026-11-09T10:00:00Z', '2026-11-09T03:02', '2026-11-09T09:30'],
    ['ten minutes before closing', '2026-11-09T23:50:00Z', '2026-11-09T16:52', '2026-11-10T09:20'],
    ['on a Friday evening', '2026-11-14T03:00:00Z', '2026-11-13T20:02', '2026-11-16T09:30'],
    ['on the eve of a holiday', '2026-11-26T03:00:00Z', '2026-11-25T20:02', '2026-11-27T09:30'],
    ['on a holiday', '2026-11-26T17:00:00Z', '2026-11-26T10:02', '2026-11-27T09:30'],
    ['on the weekend the clocks go back', '2026-10-31T02:00:00Z', '2026-10-30T20:02', '2026-11-02T09:30'],
  ])('raised %s', (_, raised, mail, lead) => {
    expect(steps(red(raised), far)).toEqual([`not-accepted ${mail}`, `unclaimed ${lead}`]);
  });

  it('counts the minutes that pass, not those on the dial, over a clock change in open hours', () => {
    const nights = { ...weekdays, openFrom: '00:30', openTo: '05:00', openDays: [7] };
    // 1:45 am, before the hour that comes twice: 30 minutes later it is 1:15 am.
    expect(steps(red('2026-11-01T07:45:00Z'), far, nights)[1]).toBe('unclaimed 2026-11-01T01:15');
    // 1:45 am, before the hour that does not come: 30 minutes later it is 3:15 am.
    expect(steps(red('2027-03-14T08:45:00Z'), at('2027-03-20T00:00:00Z'), nights)[1]).toBe(
      'unclaimed 2027-03-14T03:15',
    );
  });

  it('does not wait for hours that never come', () => {
    const never = { ...weekdays, openDays: [] };
    expect(steps(red('2026-11-09T17:00:00Z'), far, never)).toEqual([
      'not-accepted 2026-11-09T10:02',
      'unclaimed 2026-11-09T10:30',
    ]);
    expect(steps(amber('2026-11-09T17:00:00Z'), far, never)).toEqual(['unclaimed 2026-11-10T10:00']);
  });

  it('is told of once, of the longer wait, when nobody looked for an hour', () => {
    const flag = red('2026-11-09T17:00:00Z', { escalateAt: at('2026-11-09T17:02:00Z') });
    expect(stepDue(flag, weekdays, at('2026-11-09T18:00:00Z'))).toBe('unclaimed');
    expect(stepDue(flag, weekdays, at('2026-11-09T17:02:00Z'))).toBe('not-accepted');
    expect(stepDue(flag, weekdays, at('2026-11-09T17:01:59Z'))).toBeNull();
  });

  it('runs until the promised call once it is claimed, and each hour in hours after a broken one', () => {
    const claimed = red('2026-11-09T17:00:00Z', { callBy: at('2026-11-09T22:30:00Z') });
    expect(steps(claimed, at('2026-11-10T18:00:00Z'))).toEqual([
      'overdue 2026-11-09T15:30',
      'overdue 2026-11-09T16:30',
      'overdue 2026-11-10T09:30',
      'overdue 2026-11-10T10:30',
    ]);
  });
});

describe('the timers of an amber flag', () => {
  const far = at('2026-12-24T00:00:00Z');

  it.each([
    ['in hours', '2026-11-09T17:00:00Z', '2026-11-09T17:00'],
    ['before hours', '2026-11-09T10:00:00Z', '2026-11-09T17:00'],
    ['at closing', '2026-11-10T00:00:00Z', '2026-11-10T17:00'],
    ['on a Friday evening', '2026-11-14T03:00:00Z', '2026-11-16T17:00'],
    ['on the eve of a holiday', '2026-11-26T03:00:00Z', '2026-11-27T17:00'],
  ])('raised %s: the lead by the end of that day', (_, raised, lead) => {
    expect(steps(amber(raised), far)).toEqual([`unclaimed ${lead}`]);
  });

  it('turn red where the client did not say that they are safe', () => {
    const flag = amber('2026-11-09T17:00:00Z', { kind: 'item-9', settlesAt: at('2026-11-09T17:10:00Z') });
    expect(steps(flag, far)).toEqual([
      'settles 2026-11-09T10:10',
      'not-accepted 2026-11-09T10:12',
      'unclaimed 2026-11-09T10:40',
    ]);
  });
});

describe('a phrase', () => {
  it('never goes further by itself, claimed or not', () => {
    const flag = amber('2026-11-09T17:00:00Z', { kind: 'phrase' });
    const claimed = { ...flag, callBy: at('2026-11-09T18:00:00Z') };
    for (const one of [flag, claimed]) {
      expect(firstEscalation(one, weekdays)).toBeNull();
      const dueAnyway = { ...one, escalateAt: at('2026-11-09T18:00:00Z') };
      expect(stepDue(dueAnyway, weekdays, at('2026-11-12T00:00:00Z'))).toBeNull();
    }
  });
});

describe('whatever the hours and the time', () => {
  const zones = fc.constantFrom(
    'America/Boise',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'UTC',
    'Asia/Kolkata',
  );
  const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
  const someHours: fc.Arbitrary<ClinicHours> = fc
    .record({
      timeZone: zones,
      from: fc.integer({ min: 0, max: 22 }),
      length: fc.integer({ min: 1, max: 23 }),
      openDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      holidays: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 20 }),
    })
    .map(({ timeZone, from, length, openDays, holidays }) => ({
      timeZone,
      openFrom: clock(from),
      openTo: clock(Math.min(from + length, 23)),
      openDays,
      holidays: holidays.map((days) => Temporal.PlainDate.from('2026-06-01').add({ days }).toString()),
    }));
  // Around every clock change of a year, and in between.
  const someTime = fc
    .integer({ min: 0, max: 365 * 24 * 60 })
    .map((minutes) => at('2026-06-01T00:00:00Z').add({ minutes }));

  const openMinutes = (hours: ClinicHours, from: Temporal.Instant, to: Temporal.Instant) => {
    let sum = 0;
    for (const { opens, closes } of openDaysFrom(hours, from)) {
      const begins = Math.max(opens.epochMilliseconds, from.epochMilliseconds);
      sum += Math.max(0, Math.min(closes.epochMilliseconds, to.epochMilliseconds) - begins);
    }
    return sum / 60_000;
  };
  const leadAt = (raisedAt: Temporal.Instant, hours: ClinicHours) =>
    nextEscalation('not-accepted', { redSince: raisedAt }, hours, raisedAt)!;

  it('tells the lead after 30 open minutes, exactly, and at an instant that is open', () => {
    fc.assert(
      fc.property(someHours, someTime, (hours, raisedAt) => {
        expect(openMinutes(hours, raisedAt, leadAt(raisedAt, hours))).toBe(CLAIMED_WITHIN_MINUTES);
      }),
      { numRuns: 300 },
    );
  });

  it('never tells the lead of a later flag earlier', () => {
    fc.assert(
      fc.property(someHours, someTime, fc.integer({ min: 0, max: 20_000 }), (hours, raisedAt, minutes) => {
        const later = leadAt(raisedAt.add({ minutes }), hours);
        expect(Temporal.Instant.compare(leadAt(raisedAt, hours), later)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('goes on to later steps only, and ends unless a promise was broken', () => {
    const colours = fc.constantFrom<FlagClock['colour']>('red', 'amber');
    fc.assert(
      fc.property(someHours, someTime, colours, (hours, raisedAt, colour) => {
        const flag = red(raisedAt.toString(), { colour, redSince: colour === 'red' ? raisedAt : null });
        const taken: [EscalationStep, Temporal.Instant][] = [];
        let state: FlagClock = { ...flag, escalateAt: firstEscalation(flag, hours) };
        while (state.escalateAt && taken.length < 5) {
          const step = stepDue(state, hours, state.escalateAt)!;
          taken.push([step, state.escalateAt]);
          state = { ...state, escalateAt: nextEscalation(step, state, hours, state.escalateAt) };
        }
        expect(taken.map(([step]) => step)).toEqual(
          colour === 'red' ? ['not-accepted', 'unclaimed'] : ['unclaimed'],
        );
        const times = taken.map(([, when]) => when.epochMilliseconds);
        expect(times).toEqual([...times].sort((one, other) => one - other));
        expect(times[0]).toBeGreaterThan(raisedAt.epochMilliseconds);
      }),
      { numRuns: 200 },
    );
  });
});

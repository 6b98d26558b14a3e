import { Temporal } from 'temporal-polyfill';
import { promptsFor } from './prompt-schedule.rules.js';
import { ALL_ZONES } from './schedule-arbitraries.js';
import { liveFrom, at, step, session, clock, schedule, codes, only } from './schedule-examples.js';

/** The clock changes of a zone in 2026 and 2027. */
function changesOf(timeZone: string): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  let next = liveFrom.toZonedDateTimeISO(timeZone).getTimeZoneTransition('next');
  while (next && next.year < 2028) {
    found.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

describe('the clocks', () => {
  const onlyOpen = { quietFrom: '12:00', quietTo: '12:00' };

  it('a time that does not exist moves later', () => {
    const sessions = [session({ heldAt: at('2026-03-07T14:00') })];
    const prompt = only(
      schedule({ sessions, steps: [step({ localTime: '02:30' })], clock: onlyOpen, now: '2026-03-07T12:00' }),
    );
    expect(prompt.localTime).toBe('2026-03-08T03:30');
    expect(prompt.reasons).toContainEqual({ code: 'clock-change', params: { from: '02:30', to: '03:30' } });
  });

  it('of a time that occurs twice the earlier is taken', () => {
    const sessions = [session({ heldAt: at('2026-10-31T14:00') })];
    const prompt = only(
      schedule({ sessions, steps: [step({ localTime: '01:30' })], clock: onlyOpen, now: '2026-10-31T12:00' }),
    );
    expect(prompt.sendAt.toString()).toBe('2026-11-01T07:30:00Z');
    expect(prompt.reasons).toContainEqual({ code: 'clock-change-twice', params: { at: '01:30' } });
  });

  it('19:00 stays 19:00, and the first prompt after the change says so', () => {
    const steps = [9, 10, 11, 12].map((days) => step({ stepId: `d${days}`, days, localTime: '19:00' }));
    const prompts = schedule({ steps });
    expect(prompts.map(({ localTime }) => localTime.slice(11))).toEqual(['19:00', '19:00', '19:00', '19:00']);
    const changed = prompts.filter((prompt) => codes(prompt)?.includes('first-after-clock-change'));
    expect(changed.map(({ localTime }) => localTime)).toEqual(['2026-11-01T19:00']);
    expect(changed[0]?.reasons.at(-1)?.params).toEqual({ at: '19:00', direction: 'back' });
  });

  it('in every zone a fixed plan keeps its wall clock through all changes of two years', () => {
    const steps = [
      step({ stepId: 'a', anchor: 'rhythm', days: 1, everyDays: 7, localTime: '19:00', priority: 'rhythm' }),
      step({ stepId: 'b', anchor: 'rhythm', days: 3, everyDays: 7, localTime: '02:15', priority: 'rhythm' }),
    ];
    let changes = 0;
    for (const timeZone of ALL_ZONES) {
      const plan = { planId: 'plan', liveFrom, steps };
      const starts = [liveFrom, ...changesOf(timeZone).map((change) => change.subtract({ hours: 24 * 10 }))];
      changes += starts.length - 1;
      for (const heldAt of starts) {
        const held = session({ status: 'completed', heldAt });
        const prompts = promptsFor(plan, [held], [], clock({ timeZone }), heldAt);
        const walls = prompts.map(({ sendAt }) =>
          sendAt.toZonedDateTimeISO(timeZone).toPlainTime().toString(),
        );
        expect([timeZone, new Set(walls)]).toEqual([timeZone, new Set(['19:00:00', '08:00:00'])]);
        expect(prompts.length).toBeGreaterThanOrEqual(16);
      }
    }
    expect(changes).toBeGreaterThan(400);
  });
});

describe('quiet hours', () => {
  it.each([
    // quiet from, to, own time, sent at, until
    ['21:00', '08:00', '06:10', '2026-10-23T08:00', '2026-10-23T21:00'],
    ['21:00', '08:00', '08:00', '2026-10-23T08:00', '2026-10-23T21:00'],
    ['21:00', '08:00', '20:59', '2026-10-23T20:59', '2026-10-23T21:00'],
    ['21:00', '08:00', '21:00', '2026-10-24T08:00', '2026-10-24T21:00'],
    ['00:00', '08:00', '23:45', '2026-10-23T23:45', '2026-10-24T00:00'],
    ['24:00', '08:00', '00:00', '2026-10-23T08:00', '2026-10-24T00:00'],
    ['18:00', '24:00', '18:00', '2026-10-24T00:00', '2026-10-24T18:00'],
    ['18:00', '00:00', '17:59', '2026-10-23T17:59', '2026-10-23T18:00'],
    ['01:00', '06:00', '00:30', '2026-10-23T00:30', '2026-10-23T01:00'],
    ['01:00', '06:00', '01:00', '2026-10-23T06:00', '2026-10-24T00:00'],
    ['12:00', '12:00', '00:00', '2026-10-23T00:00', '2026-10-24T00:00'],
  ])('from %s to %s: %s goes at %s, until %s', (quietFrom, quietTo, localTime, sendAt, until) => {
    const steps = [step({ localTime, latenessHours: 72 })];
    const prompt = only(schedule({ steps, clock: { quietFrom, quietTo } }));
    expect(prompt.localTime).toBe(sendAt);
    expect(prompt.sendUntil).toEqual(at(until));
  });

  it('say so', () => {
    const prompt = only(schedule({ steps: [step({ localTime: '06:10' })] }));
    expect(prompt.reasons[1]).toEqual({ code: 'quiet-hours', params: { from: '06:10', to: '08:00' } });
    expect(prompt.nominalAt).toEqual(at('2026-10-23T06:10'));
  });

  it('that end after the limit leave no time: the prompt does not go', () => {
    const prompt = only(schedule({ steps: [step({ localTime: '22:00', latenessHours: 2 })] }));
    expect(prompt.status).toBe('superseded');
    expect(codes(prompt)).toEqual(['days-after-session', 'quiet-hours', 'too-late']);
  });

  it('never cost a safety check', () => {
    const steps = [step({ localTime: '22:00', latenessHours: 2, priority: 'safety-check' })];
    expect(only(schedule({ steps }))).toMatchObject({ status: 'scheduled', localTime: '2026-10-24T08:00' });
  });

  it.each([
    ['08:00', '05:00'],
    ['00:00', '24:00'],
  ])('from %s to %s leave too little of the day', (quietFrom, quietTo) => {
    expect(() => schedule({ clock: { quietFrom, quietTo } })).toThrow(RangeError);
  });

  it('stop the window at the limit', () => {
    const prompt = only(schedule({ steps: [step({ latenessHours: 3 })] }));
    expect(prompt.sendUntil).toEqual(prompt.limitAt);
  });
});

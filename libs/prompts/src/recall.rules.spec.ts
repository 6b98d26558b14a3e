import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { sentPast } from './schedule-arbitraries.js';
import { appointment, at, codes, only, schedule, session, step } from './schedule-examples.js';

const measure = (over: Partial<PlanStepSpec> = {}) =>
  step({ priority: 'measure', recallDays: 14, latenessHours: 96, ...over });
const first = session({ heldAt: at('2026-10-01T14:00'), status: 'completed' });
const second = (local: string, over: Partial<typeof first> = {}) =>
  session({ id: 's2', heldAt: at(local), ...over });

const asked = (days: number, sessions = [first], over: Partial<PlanStepSpec> = {}) =>
  schedule({ steps: [measure({ days, ...over })], sessions, now: '2026-10-02T12:00' }).filter(
    ({ anchorId }) => anchorId === 's1',
  );

describe('what a measure looks back on', () => {
  it('is clear of the session from day 15 on, as two weeks are', () => {
    expect(only(asked(15))).toMatchObject({ status: 'scheduled', localTime: '2026-10-16T10:00' });
    expect(only(asked(14)).status).toBe('superseded');
    expect(only(asked(14)).reasons.at(-1)).toEqual({
      code: 'reaches-over-session',
      params: { days: 14, on: '2026-10-01' },
    });
  });

  it.each([
    ['a planned session in between', second('2026-10-10T14:00'), 'superseded'],
    ['one of the same day', second('2026-10-16T16:00'), 'superseded'],
    ['one of the day after', second('2026-10-17T09:00'), 'scheduled'],
    ['one that was called off', second('2026-10-10T14:00', { status: 'cancelled' }), 'scheduled'],
    ['one nobody came to', second('2026-10-10T14:00', { status: 'no_show' }), 'scheduled'],
    ['one of another series', second('2026-10-10T14:00', { seriesId: 'closed' }), 'superseded'],
  ])('%s on day 15', (_what, other, status) => {
    expect(only(asked(15, [first, other])).status).toBe(status);
  });

  it('counts the session on the client’s calendar', () => {
    // 11 pm in Boise is the next day in Berlin.
    const late = session({ heldAt: at('2026-10-01T23:00'), status: 'completed' });
    const given = { steps: [measure({ anchor: 'rhythm', everyDays: 28, days: 14 })], sessions: [late] };
    const there = schedule({ ...given, now: '2026-10-02T12:00', clock: { timeZone: 'Europe/Berlin' } })[0]!;
    expect([there.localTime, there.reasons.at(-1)?.params]).toEqual([
      '2026-10-16T10:00',
      { days: 14, on: '2026-10-02' },
    ]);
  });

  it('may take in sessions where the author wants it in the middle of a series', () => {
    expect(only(asked(7, [first], { midSeries: true })).status).toBe('scheduled');
  });

  it('does not keep a baseline from being asked', () => {
    const steps = [measure({ anchor: 'first-session', days: 0, localTime: '09:00' })];
    const ahead = [session({ heldAt: at('2026-10-22T14:00') })];
    expect(only(schedule({ steps, sessions: ahead })).status).toBe('scheduled');
  });

  it('is decided on its own day: a day that is taken does not carry it to one that is clear', () => {
    const taken = [sentPast('other', '2026-10-15')];
    const asked = (past: typeof taken) =>
      only(
        schedule({
          steps: [measure({ days: 14 })],
          sessions: [first],
          now: '2026-10-15T00:30',
          clock: { past },
        }),
      );
    expect(asked([]).status).toBe('superseded');
    expect(asked(taken)).toMatchObject({ status: 'superseded', reasons: asked([]).reasons });
  });

  it('passes over a day on which it would take in a session, and says so', () => {
    const sessions = [session({ heldAt: at('2026-10-16T14:00') })];
    const steps = [measure({ anchor: 'next-appointment', days: 0, recallDays: 1, latenessHours: 336 })];
    const taken = sentPast('other', '2026-10-15');
    const given = {
      steps,
      sessions,
      appointments: [appointment('2026-10-15T20:00')],
      now: '2026-10-12T12:00',
    };
    expect(only(schedule(given)).localTime).toBe('2026-10-15T10:00');
    // The next day is that of the session, and then the appointment is over.
    const late = only(schedule({ ...given, clock: { past: [taken] } }));
    expect([late.status, codes(late)]).toEqual([
      'superseded',
      ['days-before-appointment', 'day-taken', 'too-late'],
    ]);
    const weekly = [measure({ anchor: 'rhythm', days: 8, everyDays: 28, recallDays: 1 })];
    const held = session({ id: 's0', heldAt: at('2026-10-07T14:00'), status: 'completed' });
    const pushed = schedule({
      ...given,
      steps: weekly,
      appointments: [],
      sessions: [held, ...sessions],
      clock: { past: [taken] },
    })[0]!;
    expect([pushed.localTime, codes(pushed)]).toEqual([
      '2026-10-18T10:00',
      ['rhythm', 'day-taken', 'reaches-over-session'],
    ]);
  });

  it('takes no day from a question when it is not asked', () => {
    const steps = [measure({ stepId: 'a', days: 14 }), step({ stepId: 'b', days: 14 })];
    const [notAsked, question] = schedule({ steps, sessions: [first], now: '2026-10-02T12:00' });
    expect([notAsked!.status, codes(notAsked)?.at(-1)]).toEqual(['superseded', 'reaches-over-session']);
    expect(question).toMatchObject({ status: 'scheduled', localTime: '2026-10-15T10:00' });
  });
});

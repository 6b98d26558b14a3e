import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import { promptsFor } from './prompt-schedule.rules.js';
import type {
  AppointmentMark,
  ClientClock,
  PastPrompt,
  PlannedPrompt,
  SessionMark,
} from './prompt-schedule.types.js';
import { ALL_ZONES, sameInstant, sentPast } from './schedule-arbitraries.js';

expect.addEqualityTesters([sameInstant]);

const zone = 'America/Boise';
const liveFrom = Temporal.Instant.from('2026-01-01T00:00:00Z');

function at(local: string, timeZone = zone): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
}

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

function step(over: Partial<PlanStepSpec> = {}): PlanStepSpec {
  return {
    stepId: 'step',
    anchor: 'every-session',
    days: 1,
    localTime: '10:00',
    latenessHours: 24,
    slowestPace: 'gentle',
    priority: 'arc',
    ...over,
  };
}

function session(over: Partial<SessionMark> = {}): SessionMark {
  return { id: 's1', seriesId: 'open', status: 'planned', heldAt: at('2026-10-22T14:00'), ...over };
}

function appointment(startsAt: string, over: Partial<AppointmentMark> = {}): AppointmentMark {
  return { id: 'a1', status: 'booked', startsAt: at(startsAt), ...over };
}

function clock(over: Partial<ClientClock> = {}): ClientClock {
  return {
    timeZone: zone,
    quietFrom: '21:00',
    quietTo: '08:00',
    pace: 'steady',
    rest: null,
    openSeriesId: 'open',
    past: [],
    ...over,
  };
}

function past(over: Partial<PastPrompt> = {}): PastPrompt {
  return { ...sentPast('step/s1/0', '2026-10-20'), status: 'scheduled', sentOn: null, ...over };
}

interface Given {
  steps?: PlanStepSpec[];
  sessions?: SessionMark[];
  appointments?: AppointmentMark[];
  clock?: Partial<ClientClock>;
  now?: string;
  live?: Temporal.Instant;
}

function schedule(given: Given = {}): PlannedPrompt[] {
  return promptsFor(
    { planId: 'plan', liveFrom: given.live ?? liveFrom, steps: given.steps ?? [step()] },
    given.sessions ?? [session()],
    given.appointments ?? [],
    clock(given.clock),
    at(given.now ?? '2026-10-20T12:00', given.clock?.timeZone),
  );
}

const times = (prompts: PlannedPrompt[]) => prompts.map(({ key, localTime }) => [key, localTime]);
const codes = (prompt: PlannedPrompt | undefined) => prompt?.reasons.map(({ code }) => code);
const only = (prompts: PlannedPrompt[]): PlannedPrompt => {
  expect(prompts).toHaveLength(1);
  return prompts[0]!;
};

describe('what a step is relative to', () => {
  it('the next morning of a planned session waits for that session', () => {
    const prompt = only(schedule());
    expect(prompt).toMatchObject({
      key: 'step/s1/0',
      stepId: 'step',
      anchorId: 's1',
      occurrence: 0,
      status: 'scheduled',
      localTime: '2026-10-23T10:00',
      needsSessionId: 's1',
      reasons: [{ code: 'days-after-session', params: { days: 1 } }],
    });
    expect(prompt.sendAt).toEqual(prompt.nominalAt);
    expect(prompt.sendUntil).toEqual(at('2026-10-23T21:00'));
    expect(prompt.limitAt).toEqual(at('2026-10-24T10:00'));
  });

  it('counts days from the date of the session on the clock of the client', () => {
    const heldAt = Temporal.Instant.from('2026-10-23T03:00:00Z');
    const inTokyo = schedule({ sessions: [session({ heldAt })], clock: { timeZone: 'Asia/Tokyo' } });
    expect(times(schedule({ sessions: [session({ heldAt })] }))).toEqual([['step/s1/0', '2026-10-23T10:00']]);
    expect(times(inTokyo)).toEqual([['step/s1/0', '2026-10-24T10:00']]);
  });

  it.each([
    ['planned', 1],
    ['completed', 1],
    ['cancelled', 0],
    ['no_show', 0],
  ] as const)('after a session that is %s there are %i prompts', (status, count) => {
    expect(schedule({ sessions: [session({ status })] })).toHaveLength(count);
  });

  it('every session has its own prompt, of any series', () => {
    const sessions = [session(), session({ id: 's2', seriesId: 'old', heldAt: at('2026-10-25T14:00') })];
    expect(times(schedule({ sessions }))).toEqual([
      ['step/s1/0', '2026-10-23T10:00'],
      ['step/s2/0', '2026-10-26T10:00'],
    ]);
  });

  it('what leads up to the first session is asked before it, once, and ends when it begins', () => {
    const sessions = [session({ id: 's2', heldAt: at('2026-10-25T14:00') }), session()];
    const steps = [step({ anchor: 'first-session', days: -1, localTime: '18:00', latenessHours: 48 })];
    const prompt = only(schedule({ steps, sessions }));
    expect(prompt).toMatchObject({ key: 'step/s1/0', localTime: '2026-10-21T18:00', needsSessionId: null });
    expect(prompt.limitAt).toEqual(at('2026-10-22T14:00'));
    expect(codes(prompt)).toEqual(['days-before-session']);
  });

  it('a step before every session needs no session to be completed', () => {
    const prompt = only(schedule({ steps: [step({ days: -1 })] }));
    expect(prompt).toMatchObject({ localTime: '2026-10-21T10:00', needsSessionId: null });
  });

  it('the arc follows the latest completed session of the open series', () => {
    const sessions = [
      session({ id: 's1', status: 'completed', heldAt: at('2026-10-15T14:00') }),
      session({ id: 's2', status: 'completed', heldAt: at('2026-10-19T14:00') }),
      session({ id: 's3', heldAt: at('2026-10-22T14:00') }),
      session({ id: 's4', seriesId: 'other', status: 'completed', heldAt: at('2026-10-20T09:00') }),
    ];
    const steps = [step({ anchor: 'latest-session', days: 3 })];
    expect(times(schedule({ steps, sessions }))).toEqual([['step/s2/0', '2026-10-22T10:00']]);
  });

  it('the arc stands on the earliest planned session while none is completed', () => {
    const sessions = [session({ id: 's2', heldAt: at('2026-10-25T14:00') }), session()];
    const steps = [step({ anchor: 'latest-session', days: 3 })];
    expect(times(schedule({ steps, sessions }))).toEqual([['step/s1/0', '2026-10-25T10:00']]);
  });

  it('without an open series there is no arc', () => {
    const steps = [
      step({ anchor: 'latest-session' }),
      step({ stepId: 'b', anchor: 'first-session', days: -1 }),
    ];
    expect(schedule({ steps, clock: { openSeriesId: null } })).toEqual([]);
  });

  it('the eve of an appointment ends one hour before it', () => {
    const steps = [
      step({ anchor: 'next-appointment', days: -1, localTime: '20:00', priority: 'appointment-eve' }),
    ];
    const prompt = only(schedule({ steps, sessions: [], appointments: [appointment('2026-11-10T11:00')] }));
    expect(prompt).toMatchObject({ key: 'step/a1/0', localTime: '2026-11-09T20:00', needsSessionId: null });
    expect(prompt.limitAt).toEqual(at('2026-11-10T10:00'));
    expect(codes(prompt)).toEqual(['eve-of-appointment', 'first-after-clock-change']);
  });

  it('a cancelled appointment, and one that has begun, have no eve', () => {
    const steps = [step({ anchor: 'next-appointment', days: -1, latenessHours: 336 })];
    const appointments = [
      appointment('2026-11-10T11:00', { status: 'cancelled' }),
      appointment('2026-10-20T11:59', { id: 'a2' }),
    ];
    expect(schedule({ steps, appointments })).toEqual([]);
  });

  it('a rhythm goes on from the latest completed session until the horizon', () => {
    const steps = [step({ anchor: 'rhythm', days: 10, everyDays: 30, priority: 'rhythm' })];
    const sessions = [
      session({ status: 'completed', heldAt: at('2026-10-05T14:00') }),
      session({ id: 's2' }),
    ];
    const prompts = schedule({ steps, sessions, now: '2026-10-20T12:00' });
    expect(times(prompts)).toEqual([
      ['step/s1/1', '2026-11-14T10:00'],
      ['step/s1/2', '2026-12-14T10:00'],
    ]);
    expect(prompts[1]).toMatchObject({ reasons: [{ code: 'rhythm', params: { everyDays: 30 } }] });
  });

  it('a rhythm needs a completed session and never runs faster than weekly', () => {
    const steps = [step({ anchor: 'rhythm', days: 1, everyDays: 1 })];
    expect(schedule({ steps })).toEqual([]);
    const prompts = schedule({
      steps,
      sessions: [session({ status: 'completed', heldAt: at('2026-10-19T14:00') })],
    });
    expect(prompts.slice(0, 2).map(({ localTime }) => localTime)).toEqual([
      '2026-10-20T10:00',
      '2026-10-27T10:00',
    ]);
  });

  it.each([
    [60, 1],
    [61, 0],
  ])('of a prompt %i days ahead there are %i rows', (days, count) => {
    expect(
      schedule({ steps: [step({ days })], sessions: [session({ heldAt: at('2026-10-20T09:00') })] }),
    ).toHaveLength(count);
  });

  it('nothing nominal before the plan went live is made', () => {
    expect(schedule({ live: at('2026-10-23T10:00') })).toHaveLength(1);
    expect(schedule({ live: at('2026-10-23T10:01') })).toEqual([]);
  });
});

describe('pace', () => {
  it.each([
    ['gentle', ['gentle']],
    ['steady', ['gentle', 'steady']],
    ['often', ['gentle', 'steady', 'often']],
  ] as const)('at a pace of %s the steps asked are %j', (pace, asked) => {
    const steps = (['gentle', 'steady', 'often'] as const).map((slowestPace, index) =>
      step({ stepId: slowestPace, slowestPace, days: index + 1 }),
    );
    expect(schedule({ steps, clock: { pace } }).map(({ stepId }) => stepId)).toEqual(asked);
  });
});

describe('the same day', () => {
  it('goes no earlier than three hours after the session', () => {
    const prompt = only(schedule({ steps: [step({ days: 0, localTime: '15:00' })] }));
    expect(prompt.localTime).toBe('2026-10-22T17:00');
    expect(prompt.nominalAt).toEqual(prompt.sendAt);
    expect(prompt.reasons[1]).toEqual({
      code: 'same-day-after-session',
      params: { hours: 3, from: '15:00', to: '17:00' },
    });
  });

  it('keeps its own time when that is late enough', () => {
    expect(codes(only(schedule({ steps: [step({ days: 0, localTime: '17:00' })] })))).toEqual([
      'days-after-session',
    ]);
  });

  it('waits for the morning after an evening session', () => {
    const sessions = [session({ heldAt: at('2026-10-22T19:30') })];
    const prompt = only(
      schedule({ sessions, steps: [step({ days: 0, localTime: '20:00', latenessHours: 12 })] }),
    );
    expect(prompt.localTime).toBe('2026-10-23T08:00');
    expect(codes(prompt)).toEqual(['days-after-session', 'same-day-after-session', 'quiet-hours']);
  });
});

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

describe('one a day', () => {
  const priorities = ['safety-check', 'appointment-eve', 'measure', 'arc', 'rhythm'] as const;

  it('the day goes by priority, and the losers take the next free days at their own time', () => {
    const steps = priorities
      .slice(0, 4)
      .map((priority, index) =>
        step({ stepId: priority, priority, localTime: `${15 - index}:00`, latenessHours: 336 }),
      )
      .toReversed();
    expect(times(schedule({ steps }))).toEqual([
      ['safety-check/s1/0', '2026-10-23T15:00'],
      ['appointment-eve/s1/0', '2026-10-24T14:00'],
      ['measure/s1/0', '2026-10-25T13:00'],
      ['arc/s1/0', '2026-10-26T12:00'],
    ]);
  });

  it('ties go by the nominal instant, then by the step', () => {
    const early = step({ stepId: 'z', localTime: '09:00', latenessHours: 96 });
    const steps = [step({ stepId: 'b', latenessHours: 96 }), step({ stepId: 'a', latenessHours: 96 }), early];
    expect(schedule({ steps }).map(({ stepId }) => stepId)).toEqual(['z', 'a', 'b']);
  });

  it('the loser says which day was taken', () => {
    const steps = [step({ stepId: 'a' }), step({ stepId: 'b', latenessHours: 48 })];
    expect(schedule({ steps })[1]?.reasons).toEqual([
      { code: 'days-after-session', params: { days: 1 } },
      { code: 'day-taken', params: { on: '2026-10-23' } },
    ]);
  });

  it('a loser with no free day before its limit is superseded and takes no day', () => {
    const steps = [
      step({ stepId: 'a' }),
      step({ stepId: 'b', latenessHours: 24 }),
      step({ stepId: 'c', days: 2, latenessHours: 1 }),
    ];
    const superseded = schedule({ steps }).find(({ stepId }) => stepId === 'b');
    expect(superseded).toMatchObject({ status: 'superseded', localTime: '2026-10-23T10:00' });
    expect(codes(superseded)).toEqual(['days-after-session', 'day-taken', 'too-late']);
    expect(schedule({ steps }).filter(({ status }) => status === 'scheduled')).toHaveLength(2);
  });

  it('a day is held by what was sent on it, whatever the priority', () => {
    const steps = [step({ priority: 'safety-check' })];
    expect(times(schedule({ steps, clock: { past: [sentPast('x', '2026-10-23')] } }))).toEqual([
      ['step/s1/0', '2026-10-24T10:00'],
    ]);
  });

  it('a nudge holds its day', () => {
    const nudged = past({ key: 'x', status: 'sent', sentOn: '2026-10-20', nudgedOn: '2026-10-23' });
    const steps = [step({ latenessHours: 48 })];
    expect(schedule({ steps, clock: { past: [nudged] } })[0]?.localTime).toBe('2026-10-24T10:00');
  });

  it('a staff dispatch and a snooze do not count', () => {
    const dispatched = { ...sentPast('x', '2026-10-23'), countsForDay: false };
    expect(schedule({ clock: { past: [dispatched] } })[0]?.localTime).toBe('2026-10-23T10:00');
  });

  it('a prompt pushed out of quiet hours takes the day it is sent on', () => {
    const steps = [
      step({ stepId: 'a', localTime: '22:00' }),
      step({ stepId: 'b', days: 2, priority: 'measure' }),
    ];
    const pushed = schedule({ steps }).find(({ stepId }) => stepId === 'a');
    expect(pushed).toMatchObject({ status: 'superseded' });
  });
});

describe('four a week', () => {
  const daily = (count: number, over: Partial<PlanStepSpec> = {}) =>
    Array.from({ length: count }, (_, index) => step({ stepId: `d${index}`, days: index + 1, ...over }));

  it('a fifth in seven days waits until the first of them is a week away', () => {
    const steps = daily(5, { latenessHours: 96 });
    expect(schedule({ steps }).map(({ localTime }) => localTime.slice(0, 10))).toEqual([
      '2026-10-23',
      '2026-10-24',
      '2026-10-25',
      '2026-10-26',
      '2026-10-30',
    ]);
    expect(schedule({ steps })[4]?.reasons[1]).toEqual({ code: 'week-full', params: { on: '2026-10-27' } });
  });

  it('counts what was sent', () => {
    const sent = ['2026-10-17', '2026-10-18', '2026-10-19', '2026-10-20'].map((on) => sentPast(on, on));
    const steps = [step({ latenessHours: 48 })];
    expect(schedule({ steps, clock: { past: sent } })[0]?.localTime).toBe('2026-10-24T10:00');
    expect(schedule({ steps, clock: { past: sent.slice(1) } })[0]?.localTime).toBe('2026-10-23T10:00');
  });

  it('looks ahead as well: a lower priority does not squeeze in before a full week', () => {
    const measures = daily(4, { priority: 'measure' }).map((one) => ({ ...one, days: one.days + 1 }));
    const prompts = schedule({ steps: [step({ stepId: 'z' }), ...measures] });
    expect(prompts.find(({ stepId }) => stepId === 'z')?.status).toBe('superseded');
  });

  it('a weekly safety check is never superseded: the days it waits do not count as lateness', () => {
    const sent = ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23'].map((on) => sentPast(on, on));
    const steps = [step({ priority: 'safety-check', latenessHours: 6 })];
    const given = { steps, clock: { past: sent }, now: '2026-10-23T12:00' };
    const prompt = only(schedule(given));
    expect(prompt).toMatchObject({ status: 'scheduled', localTime: '2026-10-27T10:00' });
    expect(prompt.limitAt).toEqual(at('2026-10-27T16:00'));
    expect(schedule({ ...given, now: '2026-10-26T12:00' })).toEqual([prompt]);
    expect(schedule({ ...given, now: '2026-10-27T16:00' })).toEqual([]);
  });
});

describe('lateness', () => {
  it('a prompt that is due and still in its window stays as it is', () => {
    expect(only(schedule({ now: '2026-10-23T20:59' })).localTime).toBe('2026-10-23T10:00');
  });

  it('a window missed before the limit is planned again at the next opening', () => {
    const prompt = only(schedule({ now: '2026-10-23T21:00' }));
    expect(prompt.localTime).toBe('2026-10-24T08:00');
    expect(prompt.sendUntil).toEqual(at('2026-10-24T10:00'));
    expect(prompt.reasons[1]).toEqual({ code: 'missed-window', params: { on: '2026-10-23' } });
    expect(schedule({ now: '2026-10-24T09:00' })).toEqual([prompt]);
  });

  it('lateness counts from the nominal instant, and past it there is no row', () => {
    expect(schedule({ now: '2026-10-24T09:59' })).toHaveLength(1);
    expect(schedule({ now: '2026-10-24T10:00' })).toEqual([]);
  });
});

describe('rest', () => {
  const rest = { from: at('2026-10-23T09:00'), until: at('2026-10-24T09:00') };

  it('what would be sent in a rest is dropped, with the day it ends', () => {
    const prompt = only(schedule({ clock: { rest } }));
    expect(prompt.status).toBe('rested');
    expect(prompt.reasons.at(-1)).toEqual({ code: 'resting-until', params: { on: '2026-10-24' } });
  });

  it('leaves what is sent before and after it, and has an open end', () => {
    const steps = [step({ stepId: 'a', days: 0, localTime: '18:00' }), step({ stepId: 'b', days: 3 })];
    expect(schedule({ steps, clock: { rest } }).map(({ status }) => status)).toEqual([
      'scheduled',
      'scheduled',
    ]);
    const open = schedule({ steps, clock: { rest: { ...rest, until: null } } });
    expect(open.map(({ status }) => status)).toEqual(['scheduled', 'rested']);
    expect(codes(open[1])).toContain('resting');
  });

  it('a rested prompt takes no day', () => {
    const steps = [
      step({ stepId: 'a', localTime: '10:00' }),
      step({ stepId: 'b', days: 2, localTime: '10:00' }),
    ];
    expect(schedule({ steps, clock: { rest } })[1]).toMatchObject({ status: 'scheduled' });
  });

  it('a prompt pushed into a rest rests as well', () => {
    const resting = { from: at('2026-10-24T00:00'), until: null };
    const steps = [step({ stepId: 'a' }), step({ stepId: 'b', latenessHours: 96 })];
    expect(schedule({ steps, clock: { rest: resting } })[1]).toMatchObject({ stepId: 'b', status: 'rested' });
  });

  it('begun in the middle of a window it drops what was due in it', () => {
    const resting = { from: at('2026-10-23T11:00'), until: null };
    expect(only(schedule({ clock: { rest: resting }, now: '2026-10-23T12:00' })).status).toBe('rested');
  });

  it('nothing is stacked up: a dropped prompt does not come back after the rest', () => {
    const over = { rest: { ...rest, until: at('2026-10-23T12:00') } };
    const steps = [step({ latenessHours: 96 })];
    const dropped = [past({ status: 'rested' })];
    expect(schedule({ steps, clock: { rest: null, past: dropped }, now: '2026-10-23T13:00' })).toEqual([]);
    expect(schedule({ steps, clock: { rest: null, past: dropped }, now: '2026-10-23T09:30' })).toHaveLength(
      1,
    );
    expect(only(schedule({ steps, clock: over, now: '2026-10-24T13:00' })).status).toBe('rested');
  });
});

describe('what was decided before', () => {
  it.each(['sent', 'answered', 'skipped', 'expired', 'missed', 'cancelled'] as const)(
    'a prompt that is %s makes no new row',
    (status) => {
      expect(schedule({ clock: { past: [past({ status })] } })).toEqual([]);
    },
  );

  it.each(['withdrawn', 'rested', 'superseded', 'suppressed'] as const)(
    'a prompt that was %s returns while its time is ahead',
    (status) => {
      expect(schedule({ clock: { past: [past({ status })] }, now: '2026-10-23T09:59' })).toHaveLength(1);
      expect(schedule({ clock: { past: [past({ status })] }, now: '2026-10-23T10:00' })).toEqual([]);
    },
  );

  it('a prompt that staff moved counts from where it was moved to', () => {
    const moved = past({ movedTo: at('2026-10-24T18:30') });
    const prompt = only(schedule({ clock: { past: [moved] } }));
    expect(prompt.localTime).toBe('2026-10-24T18:30');
    expect(prompt.limitAt).toEqual(at('2026-10-25T18:30'));
    expect(prompt.reasons[1]).toEqual({ code: 'moved-by-staff', params: { on: '2026-10-24', at: '18:30' } });
  });

  it('a moved prompt keeps out of quiet hours and away from the session', () => {
    const early = past({ movedTo: at('2026-10-22T13:00') });
    expect(only(schedule({ clock: { past: [early] } })).localTime).toBe('2026-10-22T17:00');
    const night = past({ movedTo: at('2026-10-24T22:00') });
    expect(only(schedule({ clock: { past: [night] } })).localTime).toBe('2026-10-25T08:00');
  });

  it('an occurrence of a rhythm that was moved out of its own time is still found', () => {
    const steps = [step({ anchor: 'rhythm', days: 7, everyDays: 7 })];
    const sessions = [session({ status: 'completed', heldAt: at('2026-06-01T14:00') })];
    const moved = past({ key: 'step/s1/2', movedTo: at('2026-10-21T11:00') });
    expect(schedule({ steps, sessions, clock: { past: [moved] } })[0]).toMatchObject({
      key: 'step/s1/2',
      localTime: '2026-10-21T11:00',
    });
  });

  it('a session that moves takes its prompts along', () => {
    expect(only(schedule({ sessions: [session({ heldAt: at('2026-10-29T14:00') })] })).localTime).toBe(
      '2026-10-30T10:00',
    );
  });
});

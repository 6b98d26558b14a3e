import { Temporal } from 'temporal-polyfill';
import { at, step, session, appointment, schedule, times, codes, only } from './schedule-examples.js';

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

import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { sentPast } from './schedule-arbitraries.js';
import { at, step, past, schedule, times, codes, only } from './schedule-examples.js';

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
    expect(schedule({ clock: { past: [dispatched] } })[0]).toMatchObject({
      status: 'scheduled',
      localTime: '2026-10-23T10:00',
    });
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
    const measures = daily(4, { priority: 'measure' }).map((one) => ({ ...one, days: one.days + 3 }));
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
    const standing = { ...given, clock: { past: [...sent, past()] } };
    expect(schedule({ ...standing, now: '2026-10-26T12:00' })).toEqual([prompt]);
    expect(schedule({ ...standing, now: '2026-10-27T16:00' })).toEqual([]);
  });
});

import type { Anchor, PlanTemplateStepView } from '../../api-client/calls-library.js';
import {
  copyOf,
  draftOf,
  inOrder,
  newStep,
  type PlanDraft,
  type PlanEdit,
  planEdited,
  planOf,
} from './plan-draft.js';
import { problemsIn, stepOf } from './plan-problems.js';
import { stepWhen } from './step-when.js';

const step = (stepId: string, anchor: Anchor, days: number, localTime = '19:00'): PlanTemplateStepView => ({
  stepId,
  prompt: { template: 'what-stayed', number: 1 },
  anchor,
  days,
  everyDays: anchor === 'rhythm' ? 28 : null,
  localTime,
  latenessHours: 48,
  nudgeAfterDays: 2,
  openDays: 14,
  slowestPace: 'steady',
  title: 'What stayed',
  when: '',
  informs: false,
  measure: null,
  asks: [],
  midSeries: false,
  content: null,
});
const plan = {
  title: 'Steady',
  steps: [
    step('eve', 'next-appointment', -1),
    step('monthly', 'rhythm', 56),
    step('arc-7', 'latest-session', 7),
    step('morning', 'every-session', 1, '10:00'),
    step('evening', 'every-session', 1, '19:00'),
    step('intention', 'first-session', -1),
    step('signs', 'first-session', -3),
  ],
};
const after = (...edits: PlanEdit[]): PlanDraft => edits.reduce(planEdited, draftOf(plan));
const keys = (draft: PlanDraft) => draft.steps.map(({ key }) => key);

describe('the builder of a plan', () => {
  it('shows the steps in the order they come', () => {
    expect(keys(draftOf(plan))).toEqual([
      'signs',
      'intention',
      'morning',
      'evening',
      'arc-7',
      'monthly',
      'eve',
    ]);
  });

  it('keeps a step in its place while it is changed, and orders it afterwards', () => {
    const changed = after({ do: 'change', key: 'arc-7', change: { days: 0 } });
    expect(keys(changed)).toEqual(keys(draftOf(plan)));
    expect(keys(planEdited(changed, { do: 'order' })).slice(0, 3)).toEqual(['signs', 'intention', 'arc-7']);
  });

  it('publishes in order whatever the order on the screen', () => {
    const { steps } = planOf(after({ do: 'change', key: 'arc-7', change: { days: 0 } }));
    expect(steps.map(({ stepId }) => stepId)?.[2]).toBe('arc-7');
  });

  it('keeps the ids of its steps, and gives a copy of a starter none', () => {
    expect(planOf(draftOf(plan)).steps.every(({ stepId }) => stepId)).toBe(true);
    expect(planOf(copyOf(plan)).steps.some(({ stepId }) => stepId)).toBe(false);
  });

  it.each<[Anchor, number, number, number | undefined]>([
    ['next-appointment', 7, -7, undefined],
    ['first-session', 7, -7, undefined],
    ['every-session', 7, 7, undefined],
    ['rhythm', 7, 7, 28],
    ['series-rhythm', 7, 7, 7],
  ])('turns “7 days after” into the sense of %s', (anchor, _from, days, everyDays) => {
    const moved = planOf(after({ do: 'anchor', key: 'arc-7', anchor })).steps.find(
      ({ stepId }) => stepId === 'arc-7',
    );
    expect(moved).toMatchObject({ anchor, days });
    expect(moved?.everyDays).toBe(everyDays);
  });

  it('sends a period only with a rhythm', () => {
    const left = planOf(after({ do: 'anchor', key: 'monthly', anchor: 'latest-session' }));
    expect(left.steps.find(({ stepId }) => stepId === 'monthly')).not.toHaveProperty('everyDays');
  });

  it('takes forty steps at most', () => {
    const many = after(
      ...Array.from({ length: 50 }, (_, n): PlanEdit => ({ do: 'add', step: newStep(`new${n}`) })),
    );
    expect(many.steps).toHaveLength(40);
  });

  it('orders equal steps as they stand', () => {
    const twins = [step('a', 'rhythm', 7), step('b', 'rhythm', 7)];
    expect(inOrder(twins).map(({ stepId }) => stepId)).toEqual(['a', 'b']);
  });
});

describe('what keeps a plan from being published', () => {
  it('is a missing name, and having no step', () => {
    expect(problemsIn({ title: ' ', steps: [] }).map(({ code }) => code)).toEqual(['noTitle', 'noSteps']);
  });

  it('is a step without a prompt or a time, named by its place', () => {
    const draft = after({ do: 'add', step: { ...newStep('new'), localTime: '' } });
    expect(problemsIn(draft)).toEqual([
      { code: 'noPrompt', at: 8, key: 'new' },
      { code: 'noTime', at: 8, key: 'new' },
    ]);
  });

  it('is led to the step the server names', () => {
    expect(stepOf('steps.2.days', draftOf(plan).steps)).toBe('morning');
    expect(stepOf('title', draftOf(plan).steps)).toBeUndefined();
  });
});

describe('when a step comes', () => {
  it.each([
    [step('a', 'latest-session', 3), '3 days after the ketamine session, 7:00 pm'],
    [step('a', 'every-session', 0), 'The day of the ketamine session, 7:00 pm'],
    [step('a', 'first-session', -1), '1 day before the ketamine session, 7:00 pm'],
    [step('a', 'next-appointment', -1), 'The evening before the appointment, 7:00 pm'],
    [step('a', 'next-appointment', -3), '3 days before the appointment, 7:00 pm'],
    [{ ...step('a', 'rhythm', 7), everyDays: 14 }, 'Every two weeks, 7:00 pm'],
    [{ ...step('a', 'series-rhythm', 3), everyDays: 7 }, 'Every week of the series, 7:00 pm'],
  ])('%#: %s', (timing, words) => {
    expect(stepWhen(timing)).toBe(words);
  });
});

import fc from 'fast-check';
import type { PlanStepView } from '../../api-client/calls-plans.js';
import {
  changesOf,
  dtoOf,
  meanwhileIn,
  newStep,
  NOTHING_STAGED,
  stage,
  stepFrom,
  stepsOf,
  type Staged,
  type StagingAct,
  type Step,
  type StepFields,
} from './staging.js';

const view = (stepId: string, more: Partial<PlanStepView> = {}): PlanStepView => ({
  stepId,
  prompt: { template: `prompt-${stepId}`, number: 1 },
  title: `Prompt ${stepId}`,
  informs: false,
  measure: null,
  asks: [],
  midSeries: false,
  when: '',
  anchor: 'latest-session',
  days: 7,
  everyDays: null,
  localTime: '19:00',
  latenessHours: 48,
  nudgeAfterDays: null,
  openDays: 14,
  slowestPace: 'gentle',
  content: null,
  ...more,
});
const live = [
  view('a', { days: 3 }),
  view('b'),
  view('eve', { anchor: 'next-appointment', days: -1 }),
  view('beat', { anchor: 'rhythm', days: 56, everyDays: 28 }),
].map(stepFrom);
const asked = { template: 'other', number: 4, title: 'Another question', informs: false };

const after = (...acts: StagingAct[]): Staged => acts.reduce(stage, NOTHING_STAGED);
const set = (id: string, fields: Partial<StepFields>, over: readonly Step[] = live): StagingAct => ({
  do: 'set',
  id,
  fields,
  live: over,
});
const changes = (staged: Staged, over: readonly Step[] = live) => Object.fromEntries(changesOf(over, staged));
const step = (staged: Staged, id: string, over: readonly Step[] = live) =>
  stepsOf(over, staged).find((each) => each.id === id);

describe('edits of a plan that are not live', () => {
  it('change a step here and nothing else', () => {
    const staged = after(set('b', { days: 11 }), set('b', { localTime: '08:30' }));
    expect(step(staged, 'b')).toMatchObject({ days: 11, localTime: '08:30' });
    expect(stepsOf(live, staged).filter(({ id }) => id !== 'b')).toEqual(live.filter(({ id }) => id !== 'b'));
    expect(changes(staged)).toEqual({ b: 'changed' });
  });

  it('are none again when a field goes back to what is live', () => {
    expect(changes(after(set('b', { days: 11 }), set('b', { days: 7 })))).toEqual({});
  });

  it('take a step out, and put it back with what was changed in it', () => {
    const out = after(set('b', { days: 9 }), { do: 'remove', id: 'b' });
    expect(changes(out)).toEqual({ b: 'removed' });
    expect(step(out, 'b')).toBeUndefined();
    const back = stage(out, { do: 'put-back', id: 'b' });
    expect(step(back, 'b')?.days).toBe(9);
  });

  it('add a step, edit it, and forget it when it is taken out again', () => {
    const added = after({ do: 'add', id: 'new', step: newStep(asked, 12) }, set('new', { days: 13 }));
    expect(changes(added)).toEqual({ new: 'added' });
    expect(step(added, 'new')).toMatchObject({ days: 13, isNew: true });
    expect(changes(stage(added, { do: 'remove', id: 'new' }))).toEqual({});
  });

  it('are all gone when they are discarded', () => {
    const staged = after(set('a', { days: 5 }), { do: 'remove', id: 'b' }, { do: 'discard' });
    expect(stepsOf(live, staged)).toEqual(live);
  });

  it.each([
    ['eve', 3, 0],
    ['eve', -90, -30],
    ['beat', -4, 0],
    ['b', 500, 365],
    ['b', -2, -2],
  ])('keep %s moved to day %i on day %i: what leads up to something comes before it', (id, to, is) => {
    expect(step(after(set(id, { days: to })), id)?.days).toBe(is);
  });

  it('bring days and rhythm along when a step hangs on something else', () => {
    expect(step(after(set('b', { anchor: 'next-appointment' })), 'b')).toMatchObject({ days: 0 });
    expect(step(after(set('b', { anchor: 'rhythm' })), 'b')).toMatchObject({ everyDays: 28 });
    const weekly = step(after(set('b', { anchor: 'series-rhythm', days: -3 })), 'b');
    expect(weekly).toMatchObject({ days: 0, everyDays: 7 });
    expect(step(after(set('beat', { anchor: 'latest-session' })), 'beat')).toMatchObject({ everyDays: null });
  });

  it('send kept steps by their id and added ones without', () => {
    const staged = after({ do: 'add', id: 'new', step: newStep(asked, 12) });
    const sent = stepsOf(live, staged).map(dtoOf);
    expect(sent.map(({ stepId }) => stepId)).toEqual(['a', 'b', 'eve', 'beat', undefined]);
    expect(sent.at(-1)).toMatchObject({ prompt: { template: 'other', number: 4 }, days: 12 });
    expect(sent[0]).not.toHaveProperty('everyDays');
    expect(sent[0]).not.toHaveProperty('title');
    expect(sent[3]).toMatchObject({ everyDays: 28 });
  });

  it('lay a template over the plan: what asks the same at the same anchor stays that step', () => {
    const template = [
      stepFrom(view('x', { prompt: { template: 'prompt-b', number: 1 }, days: 10 })),
      newStep(asked, 2),
    ];
    const staged = after({ do: 'replace', steps: template, ids: ['n-0', 'n-1'], live });
    expect(changes(staged)).toEqual({
      a: 'removed',
      b: 'changed',
      eve: 'removed',
      beat: 'removed',
      'n-1': 'added',
    });
    expect(step(staged, 'b')?.days).toBe(10);
  });
});

describe('a plan that somebody else changes meanwhile', () => {
  const staged = after(set('b', { days: 11 }), set('a', { localTime: '10:00' }));

  it('keeps both where they touch other fields', () => {
    const theirs = live.map((each) => (each.id === 'b' ? { ...each, localTime: '12:30' } : each));
    expect(step(staged, 'b', theirs)).toMatchObject({ days: 11, localTime: '12:30' });
    expect(meanwhileIn(theirs, staged)).toEqual({ changed: [], gone: 0 });
  });

  it('names what both changed, and keeps what was typed here', () => {
    const theirs = live.map((each) => (each.id === 'b' ? { ...each, days: 9 } : each));
    expect(step(staged, 'b', theirs)?.days).toBe(11);
    expect(meanwhileIn(theirs, staged).changed.map(({ id }) => id)).toEqual(['b']);
  });

  it('says when an edited step is no longer there', () => {
    expect(meanwhileIn(live.slice(0, 1), staged)).toEqual({ changed: [], gone: 1 });
    expect(changes(staged, live.slice(0, 1))).toEqual({ a: 'changed' });
  });
});

const acts = fc.array(
  fc.oneof(
    fc
      .record({ id: fc.constantFrom('a', 'b', 'eve', 'new'), days: fc.integer({ min: -40, max: 400 }) })
      .map(({ id, days }) => set(id, { days })),
    fc.constantFrom<StagingAct>(
      { do: 'remove', id: 'a' },
      { do: 'remove', id: 'new' },
      { do: 'put-back', id: 'a' },
      { do: 'add', id: 'new', step: newStep(asked, 3) },
    ),
  ),
  { maxLength: 12 },
);

it('whatever is done, a step is not live exactly when it differs from what is live', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const once = done.filter(
        (act, i) => act.do !== 'add' || done.findIndex((one) => one.do === 'add') === i,
      );
      const staged = once.reduce(stage, NOTHING_STAGED);
      const steps = stepsOf(live, staged);
      const found = changesOf(live, staged);
      for (const was of live) {
        const is = steps.find(({ id }) => id === was.id);
        const differs = !is ? 'removed' : JSON.stringify(is) === JSON.stringify(was) ? undefined : 'changed';
        expect(found.get(was.id)).toBe(differs);
      }
      expect(steps.filter(({ isNew }) => isNew).length).toBe(
        [...found.values()].filter((one) => one === 'added').length,
      );
    }),
  );
});

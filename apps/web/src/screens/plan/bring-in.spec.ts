import fc from 'fast-check';
import { broughtIn, countsOf } from './bring-in.js';
import { changesOf, newStep, stepsOf, type Step, type StepFields } from './staging.js';

const asked = (template: string, number = 1) => ({ template, number, title: template, informs: false });
const fields = (template: string, days: number, more: Partial<StepFields> = {}): StepFields => ({
  ...newStep(asked(template), days),
  ...more,
});
const base = [fields('morning', 1), fields('keeps', 3), fields('shift', 7), fields('life', 10)];
const newer = [
  fields('morning-checked', 1),
  fields('keeps', 3, { prompt: asked('keeps', 2) }),
  fields('shift', 7),
  fields('life', 12, { localTime: '08:30' }),
  fields('phq-9', 15, { prompt: { ...asked('phq-9'), measure: 'phq-9' } }),
];
const liveOf = (steps: readonly StepFields[]): Step[] =>
  steps.map((step, at) => ({ ...step, id: `live-${at}`, isNew: false }));
const bring = (live: readonly Step[]) =>
  broughtIn(
    { live, base, newer, number: 3 },
    newer.map((_, at) => `new-${at}`),
  );
const plain = (steps: readonly Step[]) =>
  steps.map(({ id: _, isNew: __, ...step }) => JSON.stringify(step)).sort();

describe('a newer version brought into a plan', () => {
  it('makes of an untouched plan what the newer version says, with the steps that go on being the same', () => {
    const live = liveOf(base);
    const staged = bring(live);
    expect(plain(stepsOf(live, staged))).toEqual(newer.map((step) => JSON.stringify(step)).sort());
    expect(Object.fromEntries(changesOf(live, staged))).toEqual({
      'live-0': 'removed',
      'live-1': 'changed',
      'live-3': 'changed',
      'new-0': 'added',
      'new-4': 'added',
    });
    expect(countsOf(staged)).toEqual({ added: 2, changed: 2, removed: 1 });
    expect(staged.number).toBe(3);
  });

  it('keeps what was changed by hand, and takes the rest of the same step', () => {
    const live = liveOf(base.map((step) => (step.prompt.template === 'life' ? { ...step, days: 9 } : step)));
    expect(stepsOf(live, bring(live)).find(({ id }) => id === 'live-3')).toMatchObject({
      days: 9,
      localTime: '08:30',
    });
  });

  it('does not bring back what was taken out by hand', () => {
    const live = liveOf(base.filter(({ prompt }) => prompt.template !== 'keeps'));
    const titles = stepsOf(live, bring(live)).map(({ prompt }) => prompt.title);
    expect(titles).not.toContain('keeps');
    expect(titles).toContain('phq-9');
  });

  it('keeps what was added by hand, and does not ask it twice', () => {
    const own = fields('walks', 5);
    const early = fields('phq-9', 16);
    const live = liveOf([...base, own, early]);
    const after = stepsOf(live, bring(live));
    expect(after.find(({ id }) => id === 'live-4')).toMatchObject({ days: 5 });
    expect(after.filter(({ prompt }) => prompt.template === 'phq-9').map(({ days }) => days)).toEqual([16]);
  });
});

const edits = fc.record({
  gone: fc.subarray(['live-0', 'live-1', 'live-2', 'live-3']),
  moved: fc.subarray(['live-0', 'live-1', 'live-2', 'live-3']),
  own: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
});

it('whatever was done by hand, brought in twice is brought in once, and nothing of one’s own is lost', () => {
  fc.assert(
    fc.property(edits, ({ gone, moved, own }) => {
      const stood = liveOf(base)
        .filter(({ id }) => !gone.includes(id))
        .map((step) => (moved.includes(step.id) ? { ...step, days: step.days + 40 } : step));
      const mine = own.map((days, at): Step => ({
        ...fields(`own-${at}`, days),
        id: `own-${at}`,
        isNew: false,
      }));
      const live = [...stood, ...mine];
      const after = stepsOf(live, bring(live));
      for (const step of mine) expect(after).toContainEqual(step);
      const again = broughtIn({ live: after, base: newer, newer, number: 3 }, []);
      expect(countsOf(again)).toEqual({ added: 0, changed: 0, removed: 0 });
    }),
  );
});

import { findMeasure } from '@app/measures/measures.data.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import { specOf, stepTroubles } from './plan-step.rules.js';
import { findStarter } from './prompt-templates.data.js';
import type { PromptContent } from './prompt-template.types.js';

const asks: PromptContent = { title: 'A', question: 'How is it?', hint: '', checkIns: [], chips: [] };
const tells: PromptContent = { ...asks, question: null, hint: 'We are here.' };
const phq9 = { code: 'phq-9', version: 1 };
const draft = (over: Partial<PlanStepDraft> = {}): PlanStepDraft => ({
  prompt: { template: 'what-stayed' },
  anchor: 'latest-session',
  days: 3,
  localTime: '19:00',
  latenessHours: 48,
  slowestPace: 'steady',
  ...over,
});
const troubles = (steps: readonly PlanStepDraft[]) =>
  stepTroubles(steps).map(({ field, code }) => `${field} ${code}`);

describe('an edited step', () => {
  it.each([
    ['arc', draft(), asks],
    ['arc', draft({ anchor: 'first-session', days: -1 }), asks],
    ['arc', draft({ anchor: 'every-session' }), asks],
    ['appointment-eve', draft({ anchor: 'next-appointment', days: -1 }), asks],
    ['rhythm', draft({ anchor: 'rhythm', everyDays: 28 }), asks],
    ['rhythm', draft({ anchor: 'series-rhythm', everyDays: 7 }), asks],
    ['safety-check', draft({ anchor: 'series-rhythm', everyDays: 7 }), { ...asks, safetyCheck: true }],
    ['measure', draft({ anchor: 'rhythm', everyDays: 28 }), { ...asks, measure: phq9 }],
    ['appointment-eve', draft({ anchor: 'next-appointment', days: -1 }), { ...asks, measure: phq9 }],
    ['safety-check', draft({ anchor: 'rhythm', everyDays: 28 }), tells],
  ] as const)('keeps its day as %s', (priority, step, content) => {
    expect(specOf(step, content)).toMatchObject({ priority });
  });

  it('only tells something when its prompt does, and then nudges nobody', () => {
    expect(specOf(draft({ nudgeAfterDays: 2 }), asks)).toMatchObject({ nudgeAfterDays: 2 });
    const spec = specOf(draft({ nudgeAfterDays: 2 }), tells);
    expect(spec).toMatchObject({ informationOnly: true });
    expect(spec).not.toHaveProperty('nudgeAfterDays');
  });

  it('has a period only in a rhythm, and names its open days only when they are not the usual ones', () => {
    expect(specOf(draft({ everyDays: 7 }), asks)).not.toHaveProperty('everyDays');
    expect(specOf(draft({ openDays: 14 }), asks)).not.toHaveProperty('openDays');
    expect(specOf(draft({ openDays: 3 }), asks)).toMatchObject({ openDays: 3 });
  });

  it('waits for a staffed morning and keeps its weeks clear of sessions as its measure demands', () => {
    const spec = (code: string, over: Partial<PlanStepDraft> = {}) =>
      specOf(draft(over), { ...asks, measure: { code, version: 1 } }, findMeasure(code, 1));
    expect(spec('phq-9')).toMatchObject({ staffedMornings: true, recallDays: 14 });
    expect(spec('gad-7')).toMatchObject({ recallDays: 14 });
    expect(spec('gad-7')).not.toHaveProperty('staffedMornings');
    expect(spec('gad-7')).not.toHaveProperty('midSeries');
    expect(spec('gad-7', { midSeries: true })).toMatchObject({ midSeries: true });
    for (const name of ['staffedMornings', 'recallDays', 'midSeries'])
      expect(specOf(draft({ midSeries: true }), asks)).not.toHaveProperty(name);
  });

  it('asks something where a measure or a safety check is all it asks', () => {
    for (const code of ['phq-9', 'safety-check']) {
      const spec = specOf(draft({ anchor: 'series-rhythm', everyDays: 7 }), findStarter(code, 1)!);
      expect(spec).not.toHaveProperty('informationOnly');
      expect(spec.priority).toBe(code === 'phq-9' ? 'measure' : 'safety-check');
    }
  });

  it('leads up to a first session and to a call, and follows the rest', () => {
    const at = (anchor: PlanStepDraft['anchor'], days: number) => draft({ anchor, days, everyDays: 7 });
    expect(troubles([at('first-session', 0), at('next-appointment', -30), at('rhythm', 0)])).toEqual([]);
    expect(troubles([at('series-rhythm', 0), at('series-rhythm', -1)])).toEqual(['steps.1.days min']);
    expect(troubles([at('every-session', -2), at('latest-session', 365)])).toEqual([]);
    expect(troubles([at('first-session', 1), at('next-appointment', 1), at('rhythm', -1)])).toEqual([
      'steps.0.days max',
      'steps.1.days max',
      'steps.2.days min',
    ]);
    expect(troubles([at('every-session', -31), at('latest-session', 366)])).toEqual([
      'steps.0.days min',
      'steps.1.days max',
    ]);
  });

  it('is one of at most forty, each kept once, and a rhythm has a period', () => {
    expect(troubles(Array.from({ length: 41 }, () => draft()))).toEqual(['steps arrayMaxSize']);
    expect(troubles([draft({ stepId: 'a' }), draft({ stepId: 'a' })])).toEqual(['steps arrayUnique']);
    for (const anchor of ['rhythm', 'series-rhythm'] as const)
      expect(troubles([draft({ anchor })])).toEqual(['steps.0.everyDays isDefined']);
  });
});

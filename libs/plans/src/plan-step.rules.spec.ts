import type { PlanStepDraft } from './plan-draft.types.js';
import { specOf, stepTroubles } from './plan-step.rules.js';
import type { PromptContent } from './prompt-template.types.js';

const asks: PromptContent = { title: 'A', question: 'How is it?', hint: '', checkIns: [], chips: [] };
const tells: PromptContent = { ...asks, question: null, hint: 'We are here.' };
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

  it('leads up to a first session and to a call, and follows the rest', () => {
    const at = (anchor: PlanStepDraft['anchor'], days: number) => draft({ anchor, days, everyDays: 7 });
    expect(troubles([at('first-session', 0), at('next-appointment', -30), at('rhythm', 0)])).toEqual([]);
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
    expect(troubles([draft({ anchor: 'rhythm' })])).toEqual(['steps.0.everyDays isDefined']);
  });
});

import {
  type Anchor,
  isRhythm,
  type PlanStepDraft,
  type PlanTemplateStepView,
} from '../../api-client/calls-library.js';

/** A step as its table holds it: a key of its own, so that what is not published yet can be told apart too. */
export interface StepDraft extends PlanStepDraft {
  key: string;
}

export interface PlanDraft {
  title: string;
  steps: StepDraft[];
}

export const MOST_STEPS = 40;
export const OPEN_DAYS = 14;

export type PlanEdit =
  | { do: 'title'; title: string }
  | { do: 'add'; step: StepDraft }
  | { do: 'change'; key: string; change: Partial<Omit<StepDraft, 'key'>> }
  | { do: 'anchor'; key: string; anchor: Anchor }
  | { do: 'remove'; key: string }
  /** Once a step has been looked at: until then it keeps its place, so that nothing jumps while it is typed. */
  | { do: 'order' }
  | { do: 'take'; plan: PlanDraft };

export const draftOf = (plan: { title: string; steps: readonly PlanTemplateStepView[] }): PlanDraft => ({
  title: plan.title,
  steps: inOrder(plan.steps.map((step) => ({ key: step.stepId, ...timed(step) }))),
});

/** A copy of a starter: its steps become new ones. */
export const copyOf = (plan: { title: string; steps: readonly PlanTemplateStepView[] }): PlanDraft => ({
  title: plan.title,
  steps: inOrder(plan.steps.map((step) => ({ key: step.stepId, ...timed(step), stepId: undefined }))),
});

const timed = (step: PlanStepDraft): PlanStepDraft => ({
  stepId: step.stepId,
  prompt: { ...step.prompt },
  anchor: step.anchor,
  days: step.days,
  ...(isRhythm(step.anchor) && { everyDays: step.everyDays ?? 28 }),
  localTime: step.localTime.slice(0, 5),
  latenessHours: step.latenessHours,
  nudgeAfterDays: step.nudgeAfterDays ?? null,
  openDays: step.openDays,
  slowestPace: step.slowestPace,
  ...(step.midSeries && { midSeries: true }),
});

/** What is published. */
export const planOf = ({ title, steps }: PlanDraft): { title: string; steps: PlanStepDraft[] } => ({
  title: title.trim(),
  steps: inOrder(steps).map(timed),
});

export const newStep = (key: string): StepDraft => ({
  key,
  prompt: { template: '' },
  anchor: 'latest-session',
  days: 7,
  localTime: '12:30',
  latenessHours: 48,
  nudgeAfterDays: 2,
  openDays: OPEN_DAYS,
  slowestPace: 'steady',
});

export function planEdited(draft: PlanDraft, edit: PlanEdit): PlanDraft {
  switch (edit.do) {
    case 'title':
      return { ...draft, title: edit.title };
    case 'add':
      return draft.steps.length < MOST_STEPS ? { ...draft, steps: [...draft.steps, edit.step] } : draft;
    case 'change':
      return onStep(draft, edit.key, (step) => ({ ...step, ...edit.change }));
    case 'anchor':
      return onStep(draft, edit.key, (step) => moved(step, edit.anchor));
    case 'remove':
      return { ...draft, steps: draft.steps.filter(({ key }) => key !== edit.key) };
    case 'order':
      return { ...draft, steps: inOrder(draft.steps) };
    case 'take':
      return edit.plan;
  }
}

const onStep = (draft: PlanDraft, key: string, change: (step: StepDraft) => StepDraft): PlanDraft => ({
  ...draft,
  steps: draft.steps.map((step) => (step.key === key ? change(step) : step)),
});

/** Its days keep their number and take the sense of the new anchor: "3 days after" becomes "3 days before". */
function moved({ everyDays, ...step }: StepDraft, anchor: Anchor): StepDraft {
  const days = Math.abs(step.days);
  if (anchor === 'rhythm') return { ...step, anchor, days: Math.max(1, days), everyDays: everyDays ?? 28 };
  if (anchor === 'series-rhythm') return { ...step, anchor, days, everyDays: everyDays ?? 7 };
  return { ...step, anchor, days: isBefore(anchor) ? negative(days) : days };
}

/** Relative to these a step can only come before, or on the day. */
export const isBefore = (anchor: Anchor): boolean =>
  anchor === 'first-session' || anchor === 'next-appointment';

/** Never −0. */
export const negative = (days: number): number => (days === 0 ? 0 : -days);

const PART: Record<Anchor, number> = {
  'first-session': 0,
  'every-session': 1,
  'latest-session': 1,
  'series-rhythm': 2,
  rhythm: 2,
  'next-appointment': 3,
};

/** As they come: before the first session, around sessions by the day, the rhythm, then before appointments. */
export const inOrder = <T extends Pick<PlanStepDraft, 'anchor' | 'days' | 'localTime'>>(
  steps: readonly T[],
): T[] =>
  [...steps].sort(
    (a, b) => PART[a.anchor] - PART[b.anchor] || a.days - b.days || a.localTime.localeCompare(b.localTime),
  );

import type { PlanStepDraft } from './plan-draft.types.js';
import type { PlanStepSpec, StepPriority } from './plan-step.types.js';
import { informs } from './prompt-content.rules.js';
import type { ContentTrouble } from './prompt-content.types.js';
import type { PromptContent } from './prompt-template.types.js';

/** Steps of one plan. */
export const MOST_STEPS = 40;
/** Days a prompt stays open after it was sent, unless its step says otherwise. */
export const OPEN_DAYS = 14;
/** Furthest from its anchor, in days. */
export const FURTHEST_DAYS = 365;
const FURTHEST_BEFORE_DAYS = 30;
const SHORTEST_RHYTHM_DAYS = 7;

/** The step as the schedule reads it. What staff may choose is the draft; who keeps the day is not theirs to say. */
export function specOf(draft: PlanStepDraft, content: PromptContent): Omit<PlanStepSpec, 'stepId'> {
  const { anchor, days, everyDays, localTime, latenessHours, nudgeAfterDays, openDays, slowestPace } = draft;
  const tells = informs(content);
  return {
    anchor,
    days,
    ...(anchor === 'rhythm' && { everyDays: everyDays ?? SHORTEST_RHYTHM_DAYS }),
    localTime,
    latenessHours,
    // Nothing is asked, so nobody is asked again.
    ...(nudgeAfterDays && !tells && { nudgeAfterDays }),
    ...(openDays && openDays !== OPEN_DAYS && { openDays }),
    slowestPace,
    priority: priorityOf(draft, tells),
    ...(tells && { informationOnly: true }),
  };
}

function priorityOf({ anchor }: PlanStepDraft, tells: boolean): StepPriority {
  // Where help is, and when not to drive: no question takes its evening.
  if (tells) return 'safety-check';
  if (anchor === 'next-appointment') return 'appointment-eve';
  return anchor === 'rhythm' ? 'rhythm' : 'arc';
}

/** What keeps edited steps from going live; the fields are named as in the request. */
export function stepTroubles(steps: readonly PlanStepDraft[]): ContentTrouble[] {
  const kept = steps.flatMap(({ stepId }) => stepId ?? []);
  return [
    ...(steps.length > MOST_STEPS
      ? [{ field: 'steps', code: 'arrayMaxSize', params: { max: MOST_STEPS } }]
      : []),
    ...(new Set(kept).size < kept.length ? [{ field: 'steps', code: 'arrayUnique', params: {} }] : []),
    ...steps.flatMap((step, index) => timingTroubles(step, `steps.${index}`)),
  ];
}

function timingTroubles(step: PlanStepDraft, field: string): ContentTrouble[] {
  const { min, max } = daysOf(step);
  const troubles: ContentTrouble[] = [];
  if (step.days < min) troubles.push({ field: `${field}.days`, code: 'min', params: { min } });
  if (step.days > max) troubles.push({ field: `${field}.days`, code: 'max', params: { max } });
  const isRhythm = step.anchor === 'rhythm';
  if (isRhythm && !step.everyDays)
    troubles.push({ field: `${field}.everyDays`, code: 'isDefined', params: {} });
  return troubles;
}

/** The first session and a call are led up to; a rhythm begins after a session. */
function daysOf({ anchor }: PlanStepDraft): { min: number; max: number } {
  switch (anchor) {
    case 'first-session':
    case 'next-appointment':
      return { min: -FURTHEST_BEFORE_DAYS, max: 0 };
    case 'rhythm':
      return { min: 0, max: FURTHEST_DAYS };
    case 'every-session':
    case 'latest-session':
      return { min: -FURTHEST_BEFORE_DAYS, max: FURTHEST_DAYS };
  }
}

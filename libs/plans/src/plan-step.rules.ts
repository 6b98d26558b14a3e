import { measureTiming, type TimedMeasure } from './measure-timing.rules.js';
import type { PlanStepDraft } from './plan-draft.types.js';
import type { AnchorKind, PlanStepSpec, StepPriority } from './plan-step.types.js';
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

/**
 * The step as the schedule reads it. What staff may choose is the draft; who keeps the day is not theirs to say.
 * @param measure what the content's measure is defined as, where it has one
 */
export function specOf(
  draft: PlanStepDraft,
  content: PromptContent,
  measure?: TimedMeasure,
): Omit<PlanStepSpec, 'stepId'> {
  const { anchor, days, everyDays, localTime, latenessHours, nudgeAfterDays, openDays, slowestPace } = draft;
  const tells = informs(content);
  return {
    anchor,
    days,
    ...(isRhythm(anchor) && { everyDays: everyDays ?? SHORTEST_RHYTHM_DAYS }),
    localTime,
    latenessHours,
    // Nothing is asked, so nobody is asked again.
    ...(nudgeAfterDays && !tells && { nudgeAfterDays }),
    ...(openDays && openDays !== OPEN_DAYS && { openDays }),
    slowestPace,
    priority: priorityOf(draft, content),
    ...(tells && { informationOnly: true }),
    ...(content.measure && measureTiming(measure)),
    ...(content.measure && draft.midSeries && { midSeries: true as const }),
  };
}

/** Comes again and again on the calendar. */
export function isRhythm(anchor: AnchorKind): boolean {
  return anchor === 'rhythm' || anchor === 'series-rhythm';
}

function priorityOf({ anchor }: PlanStepDraft, content: PromptContent): StepPriority {
  // Where help is, and when not to drive: no question takes its evening.
  if (informs(content) || content.safetyCheck) return 'safety-check';
  if (anchor === 'next-appointment') return 'appointment-eve';
  if (content.measure) return 'measure';
  return isRhythm(anchor) ? 'rhythm' : 'arc';
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
  if (isRhythm(step.anchor) && !step.everyDays)
    troubles.push({ field: `${field}.everyDays`, code: 'isDefined', params: {} });
  return troubles;
}

/** The first session and a call are led up to; a rhythm begins with a session. */
function daysOf({ anchor }: PlanStepDraft): { min: number; max: number } {
  switch (anchor) {
    case 'first-session':
    case 'next-appointment':
      return { min: -FURTHEST_BEFORE_DAYS, max: 0 };
    case 'rhythm':
    case 'series-rhythm':
      return { min: 0, max: FURTHEST_DAYS };
    case 'every-session':
    case 'latest-session':
      return { min: -FURTHEST_BEFORE_DAYS, max: FURTHEST_DAYS };
  }
}

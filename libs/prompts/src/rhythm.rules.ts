import type { PlanStepSpec } from '@app/plans/plan-step.types.js';

const SHORTEST_RHYTHM_DAYS = 7;

/** Comes again and again on the calendar. */
export function isRhythm({ anchor }: Pick<PlanStepSpec, 'anchor'>): boolean {
  return anchor === 'rhythm' || anchor === 'series-rhythm';
}

/** Days between two occurrences of a rhythm, at least 7. */
export function periodOf({ everyDays }: Pick<PlanStepSpec, 'everyDays'>): number {
  return Math.max(SHORTEST_RHYTHM_DAYS, everyDays ?? SHORTEST_RHYTHM_DAYS);
}

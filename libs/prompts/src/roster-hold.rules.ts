import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import type { ClientClock, PlannedPrompt, Reason } from './prompt-schedule.types.js';

/**
 * Whether a step waits while nobody stands on a roster: it asks how safe somebody is. A measure that asks about
 * safety does not wait: it goes out without that question (measureToAsk).
 */
export function waitsForRosters({
  priority,
  informationOnly,
}: Pick<PlanStepSpec, 'priority' | 'informationOnly'>): boolean {
  return priority === 'safety-check' && !informationOnly;
}

/**
 * Why what is planned does not leave for now. Its time stays as it is: it goes on by itself when the rosters stand
 * again, and is missed where that comes after its limit. The claim asks the database the same (app_may_ask).
 */
export function rosterReasons(step: PlanStepSpec, { rostersStand }: ClientClock): readonly Reason[] {
  return rostersStand || !waitsForRosters(step) ? [] : [{ code: 'empty-roster', params: {} }];
}

/** Planned, and held back: it takes no day from what does leave. */
export function isHeldBack({ reasons }: Pick<PlannedPrompt, 'reasons'>): boolean {
  return reasons.some(({ code }) => code === 'empty-roster');
}

import { OTHER_PLANS } from './starters/other-plans.data.js';
import type { PlanStarter } from './starters/plan-steps.js';
import { STEADY } from './starters/steady.data.js';

/** Our own plan templates. Pace is a filter on each step, not another plan. */
export const PLAN_TEMPLATES: readonly PlanStarter[] = [...STEADY, ...OTHER_PLANS];

/** The newest version of each, in the order of the library. */
export const NEWEST_PLAN_STARTERS: readonly PlanStarter[] = PLAN_TEMPLATES.filter(
  (one) => !PLAN_TEMPLATES.some(({ code, version }) => code === one.code && version > one.version),
);

/** The newest version of a starter, or undefined. */
export function newestPlanStarter(code: string): PlanStarter | undefined {
  return NEWEST_PLAN_STARTERS.find((one) => one.code === code);
}

/** Every version of a starter, newest first; none for what is no starter. */
export function versionsOfPlanStarter(code: string): PlanStarter[] {
  return PLAN_TEMPLATES.filter((one) => one.code === code).toSorted((a, b) => b.version - a.version);
}

/** The starter of a code in one version, or undefined. */
export function findPlanStarter(code: string, version: number): PlanStarter | undefined {
  return PLAN_TEMPLATES.find((one) => one.code === code && one.version === version);
}

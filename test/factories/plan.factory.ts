import type { StaffActor } from '@app/platform/actor.js';
import type { PlanView } from '@app/plans/plan.view.js';
import type { CourseHouse } from './course-house.js';

export interface PlanWishes {
  by: StaffActor;
  clientId: string;
  /** `steady` when absent, in the version that asks nothing of safety: a made clinic has no rosters. */
  template?: string;
  number?: number;
}

/** A live plan. */
export async function aPlan(
  { plans }: CourseHouse,
  { by, clientId, template = 'steady', number = template === 'steady' ? 2 : undefined }: PlanWishes,
): Promise<PlanView> {
  return plans.startPlan(by, clientId, { template, number });
}

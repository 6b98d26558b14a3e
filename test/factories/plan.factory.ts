import type { StaffActor } from '@app/platform/actor.js';
import type { PlanView } from '@app/plans/plan.view.js';
import type { CourseHouse } from './course-house.js';

export interface PlanWishes {
  by: StaffActor;
  clientId: string;
  /** `steady` when absent. */
  template?: string;
}

/** A live plan. */
export async function aPlan(
  { plans }: CourseHouse,
  { by, clientId, template = 'steady' }: PlanWishes,
): Promise<PlanView> {
  return plans.startPlan(by, clientId, { template });
}

import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import type { SafetyPlanSteps } from './safety-plan.rules.js';

interface Owner {
  clinicId: string;
  planId: string;
}

/** Seals a written plan with the client's key. */
export function sealPlan(key: Key, owner: Owner, steps: SafetyPlanSteps): Buffer {
  return seal(key, bindingOf(owner), JSON.stringify(steps));
}

/** Throws when the key or the plan differs. */
export function openPlan(key: Key, owner: Owner, sealed: Buffer): SafetyPlanSteps {
  return JSON.parse(unseal(key, bindingOf(owner), sealed)) as SafetyPlanSteps;
}

function bindingOf({ clinicId, planId }: Owner) {
  return { clinicId, label: 'safety-plan.body', rowId: planId };
}

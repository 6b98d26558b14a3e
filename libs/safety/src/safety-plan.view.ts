import type { Key } from '@app/platform/encryption/sealing.js';
import { openPlan } from './safety-plan-body.js';
import { keptSteps, SAFETY_PLAN_STEPS } from './safety-plan.rules.js';
import type { PlanRow } from './safety-plans.queries.js';

export class SafetyPlanLineView {
  text!: string;
  /** In the client's own words. */
  byClient!: boolean;
  phone!: string | null;
}

/** The six steps, in the order in which they are gone through; any of them may be empty. */
export class SafetyPlanStepsView {
  /** How the client notices that it is getting hard. */
  warningSigns!: SafetyPlanLineView[];
  /** What helps without anybody else. */
  onMyOwn!: SafetyPlanLineView[];
  /** People and places that take the mind off it. */
  company!: SafetyPlanLineView[];
  /** People who can be asked for help. */
  helpers!: SafetyPlanLineView[];
  /** Professionals and services to call. */
  professionals!: SafetyPlanLineView[];
  /** What is done to make the surroundings safer. */
  surroundings!: SafetyPlanLineView[];
}

/** A clinician went through a safety plan with the client: wrote it, or went through it once more. */
export class SafetyPlanView {
  id!: string;
  /** ISO instant. */
  madeAt!: string;
  madeByName!: string;
  /** Counts what was written, from 1; null: gone through once more, or kept elsewhere. */
  version!: number | null;
  steps!: SafetyPlanStepsView | null;
}

/** At most 200, newest first: `next` is always null. */
export class SafetyPlanListView {
  items!: SafetyPlanView[];
  next!: string | null;
}

/** The plan of the client whose flag is open. */
export class FlagSafetyPlanView {
  /** The newest that was written; null: none is. */
  plan!: SafetyPlanView | null;
  /** ISO instant of the last time anybody went through one with the client; null: never. */
  lastAt!: string | null;
}

interface Opening {
  key: Key | undefined;
  clinicId: string;
  staffNames: ReadonlyMap<string, string>;
}

export function safetyPlanView(row: PlanRow, { key, clinicId, staffNames }: Opening): SafetyPlanView {
  const { id, made_by: madeBy, made_at: madeAt, version, body_sealed: sealed } = row;
  const steps = sealed && key ? openPlan(key, { clinicId, planId: id }, sealed) : null;
  return {
    id,
    madeAt: madeAt.toISOString(),
    madeByName: staffNames.get(madeBy) ?? '',
    version: sealed && version,
    steps: steps && stepsView(keptSteps(steps)),
  };
}

function stepsView(steps: ReturnType<typeof keptSteps>): SafetyPlanStepsView {
  const views = SAFETY_PLAN_STEPS.map((step) => [step, steps[step].map((line) => ({ ...line }))] as const);
  return Object.fromEntries(views) as unknown as SafetyPlanStepsView;
}

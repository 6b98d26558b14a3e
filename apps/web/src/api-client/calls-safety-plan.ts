import { get, list } from './queries.js';
import type { components } from './schema.d.ts';
import { post } from './send.js';

type Schemas = components['schemas'];
export type SafetyPlanView = Schemas['SafetyPlanView'];
export type SafetyPlanSteps = Schemas['SafetyPlanStepsView'];
export type SafetyPlanLine = Schemas['SafetyPlanLineView'];
export type SafetyPlanStep = keyof SafetyPlanSteps;

/** In the order in which they are gone through. */
export const PLAN_STEPS = [
  'warningSigns',
  'onMyOwn',
  'company',
  'helpers',
  'professionals',
  'surroundings',
] as const satisfies readonly SafetyPlanStep[];

/** Reading it is written to the log, so it is asked for once. */
export const safetyPlansQuery = (clientId: string) => ({
  ...list<SafetyPlanView>(['client', clientId, 'safety-plans'], `/clients/${clientId}/safety-plans`),
  refetchOnWindowFocus: false,
});
export const planOfFlagQuery = (flagId: string) => ({
  ...get<Schemas['FlagSafetyPlanView']>(
    ['flag', flagId, 'safety-plan'],
    `/safety-flags/${flagId}/safety-plan`,
  ),
  refetchOnWindowFocus: false,
});

/** `version`: of the newest that was read; 0: there is none. */
export const writeSafetyPlan = (clientId: string, version: number, steps: SafetyPlanSteps) =>
  post<SafetyPlanView>(`/clients/${clientId}/safety-plans`, { version, steps });
/** It was gone through once more, as it stands. */
export const noteSafetyPlan = (clientId: string, version: number) =>
  post<SafetyPlanView>(`/clients/${clientId}/safety-plans`, { version });

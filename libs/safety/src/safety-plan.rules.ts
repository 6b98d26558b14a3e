import type { FieldError } from '@app/platform/errors/field-error.types.js';

/**
 * The six steps of a written safety plan, in the order in which they are gone through, after the safety planning
 * intervention of Stanley and Brown (Cognitive and Behavioral Practice 19 (2012) 256–264); the words are ours.
 */
export const SAFETY_PLAN_STEPS = [
  'warningSigns',
  'onMyOwn',
  'company',
  'helpers',
  'professionals',
  'surroundings',
] as const;
export type SafetyPlanStep = (typeof SAFETY_PLAN_STEPS)[number];

/** So many lines a step: more is no help to somebody in distress. */
export const MOST_LINES = 10;

/** One thing that stands in a step. */
export interface SafetyPlanLine {
  text: string;
  /** In the client's own words, as they said it. */
  byClient: boolean;
  /** Of a person or a place; null: none. */
  phone: string | null;
}

export type SafetyPlanSteps = Readonly<Record<SafetyPlanStep, readonly SafetyPlanLine[]>>;

/** As it is kept: every step, without empty lines and without blanks around what was written. */
export function keptSteps(given: Partial<SafetyPlanSteps>): SafetyPlanSteps {
  const kept = SAFETY_PLAN_STEPS.map((step) => [step, (given[step] ?? []).flatMap(keptLine)] as const);
  return Object.fromEntries(kept) as unknown as SafetyPlanSteps;
}

/** What keeps it from being a plan; empty: nothing. */
export function planFaults(steps: SafetyPlanSteps): FieldError[] {
  const hasAny = SAFETY_PLAN_STEPS.some((step) => steps[step].length > 0);
  return hasAny ? [] : [{ field: 'steps', code: 'isNotEmpty', params: {} }];
}

function keptLine({ text, byClient, phone }: SafetyPlanLine): SafetyPlanLine[] {
  if (!text.trim()) return [];
  return [{ text: text.trim(), byClient, phone: phone?.trim() || null }];
}

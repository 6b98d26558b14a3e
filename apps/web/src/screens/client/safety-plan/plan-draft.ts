import {
  PLAN_STEPS,
  type SafetyPlanLine,
  type SafetyPlanStep,
  type SafetyPlanSteps,
} from '../../../api-client/calls-safety-plan.js';

/** As many as the API takes in one part. */
export const MOST_LINES = 10;
/** In these a person or a place is named, who may have a number. */
export const WITH_PHONE: readonly SafetyPlanStep[] = ['company', 'helpers', 'professionals'];

export interface DraftLine {
  key: string;
  text: string;
  byClient: boolean;
  phone: string;
}
export type PlanDraft = Record<SafetyPlanStep, readonly DraftLine[]>;

/** What is written of persons we can call is ours; what is felt and done is the client's. */
const isTheirs = (step: SafetyPlanStep) => step !== 'professionals' && step !== 'surroundings';

export const newLine = (step: SafetyPlanStep, key: string): DraftLine => ({
  key,
  text: '',
  byClient: isTheirs(step),
  phone: '',
});

/** Every part has a line to write on, also of a plan that is only begun. */
export function draftOf(steps: SafetyPlanSteps | null, newKey: () => string): PlanDraft {
  const lines = (step: SafetyPlanStep): DraftLine[] => {
    const written = (steps?.[step] ?? []).map((line) => ({
      ...line,
      key: newKey(),
      phone: line.phone ?? '',
    }));
    return written.length > 0 ? written : [newLine(step, newKey())];
  };
  return Object.fromEntries(PLAN_STEPS.map((step) => [step, lines(step)])) as unknown as PlanDraft;
}

/** What would be sent: without empty lines. */
export function stepsOf(draft: PlanDraft): SafetyPlanSteps {
  const kept = (step: SafetyPlanStep) => draft[step].flatMap((line) => keptLine(step, line));
  return Object.fromEntries(PLAN_STEPS.map((step) => [step, kept(step)])) as unknown as SafetyPlanSteps;
}

export const isEmptyPlan = (steps: SafetyPlanSteps): boolean =>
  PLAN_STEPS.every((step) => steps[step].length === 0);

export const isSamePlan = (a: SafetyPlanSteps, b: SafetyPlanSteps | null): boolean =>
  JSON.stringify(PLAN_STEPS.map((step) => a[step].map(said))) ===
  JSON.stringify(PLAN_STEPS.map((step) => (b?.[step] ?? []).map(said)));

const said = ({ text, byClient, phone }: SafetyPlanLine) => [text, byClient, phone];

function keptLine(step: SafetyPlanStep, { text, byClient, phone }: DraftLine): SafetyPlanLine[] {
  if (!text.trim()) return [];
  return [{ text: text.trim(), byClient, phone: (WITH_PHONE.includes(step) && phone.trim()) || null }];
}

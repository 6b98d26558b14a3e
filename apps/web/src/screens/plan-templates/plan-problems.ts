import type { PlanDraft } from './plan-draft.js';

export interface PlanProblem {
  code: 'noTitle' | 'noSteps' | 'noPrompt' | 'noTime';
  /** The step it is about, from 1; 0 where it is about the plan. */
  at: number;
  /** Of that step. */
  key?: string;
}

/** What keeps a plan template from being published. */
export function problemsIn({ title, steps }: PlanDraft): PlanProblem[] {
  return [
    ...(title.trim() ? [] : [{ code: 'noTitle' as const, at: 0 }]),
    ...(steps.length > 0 ? [] : [{ code: 'noSteps' as const, at: 0 }]),
    ...steps.flatMap(({ key, prompt, localTime }, index): PlanProblem[] => [
      ...(prompt.template ? [] : [{ code: 'noPrompt' as const, at: index + 1, key }]),
      ...(localTime ? [] : [{ code: 'noTime' as const, at: index + 1, key }]),
    ]),
  ];
}

/** The step a refusal of the server is about, such as `steps.3.days`; undefined where it is about the plan. */
export function stepOf(serverField: string, sent: readonly { key: string }[]): string | undefined {
  const [list, at] = serverField.split('.');
  return list === 'steps' ? sent[Number(at)]?.key : undefined;
}

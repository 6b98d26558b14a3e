import type { AnchorKind } from './plan-step.types.js';

interface TemplateStep {
  prompt: { code: string };
  spec: { anchor: AnchorKind };
}

interface EarlierStep {
  id: string;
  promptTemplateCode: string;
  spec: { anchor: AnchorKind };
}

/**
 * The ids that the steps of a new plan keep: a step that asks the same prompt at the same anchor is the same
 * step. Null where a step is new. An id is kept once.
 */
export function keptStepIds(
  steps: readonly TemplateStep[],
  earlier: readonly EarlierStep[],
): (string | null)[] {
  const left = [...earlier];
  return steps.map((step) => {
    const at = left.findIndex(
      (one) => one.promptTemplateCode === step.prompt.code && one.spec.anchor === step.spec.anchor,
    );
    return at < 0 ? null : left.splice(at, 1)[0]!.id;
  });
}

import type { IntegrationPlan } from './integration-plan.entity.js';
import type { PlanStep } from './plan-step.entity.js';
import { planStepView, PlanStepView } from './plan-step.view.js';
import type { PromptContents } from './prompt-contents.js';

export class PlanTemplateRefView {
  code!: string;
  version!: number;
  title!: string;
}

export class PlanView {
  id!: string;
  version!: number;
  clientId!: string;
  template!: PlanTemplateRefView;
  status!: 'live' | 'ended';
  liveFrom!: string;
  /** When its steps were last edited; null while they are the template's. */
  changedAt!: string | null;
  steps!: PlanStepView[];
}

export class PlanListView {
  items!: PlanView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

/** What a plan and its steps name. */
export interface PlanNames {
  /** Of its template. */
  title: string;
  contents: PromptContents;
  readsWords: boolean;
}

/** Titles for everybody: who is outside the care team never sees a question. */
export function planView(
  plan: IntegrationPlan,
  steps: readonly PlanStep[],
  { title, contents, readsWords }: PlanNames,
): PlanView {
  return {
    id: plan.id,
    version: plan.version,
    clientId: plan.clientId,
    template: { code: plan.templateCode, version: plan.templateVersion, title },
    status: plan.status,
    liveFrom: plan.liveFrom.toString(),
    changedAt: plan.changedAt?.toString() ?? null,
    steps: steps.map(({ id, promptTemplateCode: code, promptTemplateVersion: version, spec }) =>
      planStepView(id, { prompt: { code, version }, spec }, contents.of(code, version), readsWords),
    ),
  };
}

import type { IntegrationPlan } from './integration-plan.entity.js';
import type { PlanStep } from './plan-step.entity.js';
import { PLAN_TEMPLATES } from './plan-templates.data.js';
import { promptTemplate } from './prompt-templates.data.js';
import { stepWhen } from './step-when.js';

export class PlanTemplateRefView {
  code!: string;
  version!: number;
  title!: string;
}

export class PlanStepView {
  stepId!: string;
  title!: string;
  /** In words, e.g. "3 days after the ketamine session, 7:00 pm" on the client's clock. */
  when!: string;
}

export class PlanView {
  id!: string;
  version!: number;
  clientId!: string;
  template!: PlanTemplateRefView;
  status!: 'live' | 'ended';
  liveFrom!: string;
  steps!: PlanStepView[];
}

export class PlanListView {
  items!: PlanView[];
  /** The id to ask on from (`after`); null at the end. */
  next!: string | null;
}

/** Titles only: who is outside the care team never sees a question. */
export function planView(plan: IntegrationPlan, steps: readonly PlanStep[]): PlanView {
  const { templateCode: code, templateVersion: version } = plan;
  const template = PLAN_TEMPLATES.find((one) => one.code === code && one.version === version);
  return {
    id: plan.id,
    version: plan.version,
    clientId: plan.clientId,
    template: { code, version, title: template?.title ?? code },
    status: plan.status,
    liveFrom: plan.liveFrom.toString(),
    steps: steps.map((step) => ({
      stepId: step.id,
      title: promptTemplate(step.promptTemplateCode, step.promptTemplateVersion).title,
      when: stepWhen(step.spec),
    })),
  };
}

import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ClinicReadiness } from '@app/clinics/settings/clinic-readiness.service.js';
import { Conflict, staleVersion } from '@app/platform/errors/errors.js';
import { planToStart } from '@app/plans/plan-contents.js';
import type { PlanStepDraft } from '@app/plans/plan-draft.types.js';
import { PlanStepsService } from '@app/plans/plan-steps.service.js';
import type { PlanView } from '@app/plans/plan.view.js';
import { clinicNotReady } from '@app/plans/plans.errors.js';
import { asksSafety } from '@app/plans/prompt-content.rules.js';
import { PlansService } from '@app/plans/plans.service.js';
import { CourseCommands } from './course-commands.service.js';

interface PlanChange {
  version: number;
  number?: number | undefined;
  steps: readonly PlanStepDraft[];
}

/** Edits plans that are live. */
@Injectable()
export class PlanEditingService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly plans: PlansService,
    private readonly steps: PlanStepsService,
    private readonly readiness: ClinicReadiness,
  ) {}

  /**
   * Puts edited steps in the place of those that stand, live at once: kept steps keep their ids, unsent prompts of
   * those taken out are withdrawn, what was sent stays as it was. Throws NotFound, Conflict (stale, ended, clinic not
   * ready, template archived), Invalid (no such version), InvalidContent.
   * @param change its number: the version of the plan's template that these steps bring in
   */
  async replaceSteps(
    actor: StaffActor,
    planId: string,
    { version, number, steps: drafts }: PlanChange,
  ): Promise<PlanView> {
    return this.commands.alter(actor, {
      subjectType: 'plan',
      action: 'plan.changed',
      find: (tx) => this.plans.find(tx, planId),
      alter: async (tx, plan) => {
        if (plan.version !== version) throw staleVersion();
        if (plan.status !== 'live') throw new Conflict('plan-ended');
        const { steps, contents } = await this.steps.toEdit(tx, planId, drafts);
        const asksOfSafety = steps.some(({ prompt }) => asksSafety(contents.of(prompt.code, prompt.version)));
        const missing = await this.readiness.missing(tx, { asksSafety: asksOfSafety });
        if (missing.length > 0) throw clinicNotReady(missing);
        const brought = number === undefined ? undefined : await planToStart(tx, plan.templateCode, number);
        const templateVersion = brought?.version ?? plan.templateVersion;
        await this.steps.replace(tx, { ...plan, templateVersion }, steps);
      },
      view: (tx) => this.plans.view(tx, planId),
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { ClinicReadiness } from '@app/clinics/settings/clinic-readiness.service.js';
import { Conflict, NotFound } from '@app/platform/errors/errors.js';
import { planToStart } from '@app/plans/plan-contents.js';
import type { PlanView } from '@app/plans/plan.view.js';
import { anyAsksSafety } from '@app/plans/prompt-contents.js';
import { clinicNotReady } from '@app/plans/plans.errors.js';
import { PlansService } from '@app/plans/plans.service.js';
import { CourseCommands } from './course-commands.service.js';

/** Makes plans live. */
@Injectable()
export class PlanCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly plans: PlansService,
    private readonly readiness: ClinicReadiness,
  ) {}

  /**
   * Ends the live plan and makes a template live now, a starter's code or the id of the clinic's own, for an active
   * client: its newest version, or an earlier one where one is named. Throws Invalid (no such template or version),
   * NotFound, Conflict (client not active, template archived, clinic not ready).
   */
  async startPlan(
    actor: StaffActor,
    clientId: string,
    { template: code, number }: { template: string; number?: number | undefined },
    idempotencyKey?: string,
  ): Promise<PlanView> {
    // What a client is asked is for who treats them to say, or for the clinic's admin.
    if (!actor.roles.some((role) => role === 'practitioner' || role === 'admin'))
      throw new NotFound('client');
    return this.commands.add(actor, {
      clientId,
      idempotencyKey,
      route: 'plans',
      body: { template: code, ...(number !== undefined && { number }) },
      subjectType: 'plan',
      action: 'plan.started',
      add: async (tx, client) => {
        const template = await planToStart(tx, code, number);
        if (client.status !== 'active') throw new Conflict('client-not-active');
        const prompts = template.steps.map(({ prompt }) => prompt);
        const asksSafety = await anyAsksSafety(tx, prompts);
        const missing = await this.readiness.missing(tx, { asksSafety });
        if (missing.length > 0) throw clinicNotReady(missing);
        return this.plans.start(tx, clientId, template);
      },
      view: (tx, id) => this.plans.view(tx, id),
    });
  }
}

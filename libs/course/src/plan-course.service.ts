import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Conflict, Invalid, NotFound } from '@app/platform/errors/errors.js';
import { newestPlanTemplate, PLAN_TEMPLATES } from '@app/plans/plan-templates.data.js';
import type { PlanView } from '@app/plans/plan.view.js';
import { PlansService } from '@app/plans/plans.service.js';
import { CourseCommands } from './course-commands.service.js';

/** Makes plans live. */
@Injectable()
export class PlanCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly plans: PlansService,
  ) {}

  /**
   * Ends the live plan and makes the newest version of a template live now, for an active client. Throws
   * Invalid (no such template), NotFound, Conflict (client not active).
   */
  async startPlan(
    actor: StaffActor,
    clientId: string,
    { template: code }: { template: string },
    idempotencyKey?: string,
  ): Promise<PlanView> {
    // What a client is asked is for who treats them to say, or for the clinic's admin.
    if (!actor.roles.some((role) => role === 'practitioner' || role === 'admin'))
      throw new NotFound('client');
    const template = newestPlanTemplate(code);
    if (!template) throw new Invalid('template', 'isIn', { values: templateCodes() });
    return this.commands.add(actor, {
      clientId,
      idempotencyKey,
      route: 'plans',
      body: { template: code },
      subjectType: 'plan',
      action: 'plan.started',
      add: (tx, client) => {
        if (client.status !== 'active') throw new Conflict('client-not-active');
        return this.plans.start(tx, clientId, template);
      },
      view: (tx, id) => this.plans.view(tx, id),
    });
  }
}

function templateCodes(): string {
  return [...new Set(PLAN_TEMPLATES.map(({ code }) => code))].join(', ');
}

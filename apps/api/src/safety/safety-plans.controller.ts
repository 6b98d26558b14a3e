import { Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SafetyPlanListView, SafetyPlanView } from '@app/safety/safety-plan.view.js';
import { SafetyPlansService } from '@app/safety/safety-plans.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';

/** That a clinician went through a safety plan with the client. */
@Controller('clients/:id/safety-plans')
@Roles('practitioner')
export class SafetyPlansController {
  constructor(private readonly plans: SafetyPlansService) {}

  /** Newest first. */
  @Get()
  list(@By() actor: StaffActor, @Param('id') id: string): Promise<SafetyPlanListView> {
    return this.plans.list(actor, id);
  }

  /** Notes that you went through one with the client today. */
  @Post()
  make(@By() actor: StaffActor, @Param('id') id: string): Promise<SafetyPlanView> {
    return this.plans.make(actor, id);
  }
}

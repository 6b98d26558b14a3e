import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SafetyPlanListView, SafetyPlanView } from '@app/safety/safety-plan.view.js';
import { SafetyPlansService } from '@app/safety/safety-plans.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { MakeSafetyPlanDto } from './safety-plan.dto.js';

/** What a clinician wrote down with the client for hard hours, and when they went through it. */
@Controller('clients/:id/safety-plans')
@Roles('practitioner')
export class SafetyPlansController {
  constructor(private readonly plans: SafetyPlansService) {}

  /** Newest first, every version as it was. */
  @Get()
  list(@By() actor: StaffActor, @Param('id') id: string): Promise<SafetyPlanListView> {
    return this.plans.list(actor, id);
  }

  /** Writes one down, or notes that you went through it with the client today. */
  @Post()
  make(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() { version, steps }: MakeSafetyPlanDto,
  ): Promise<SafetyPlanView> {
    return this.plans.make(actor, id, { version: steps ? (version ?? 0) : version, steps });
  }
}

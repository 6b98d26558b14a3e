import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { PlanCourseService } from '@app/course/plan-course.service.js';
import { PlanListView, PlanView } from '@app/plans/plan.view.js';
import { PlansService } from '@app/plans/plans.service.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { ClientListQuery } from '../clients/client-list-query.dto.js';
import { IdempotencyKey } from '../http/idempotency-key.decorator.js';
import { StartPlanDto } from './plan.dto.js';

@Controller('clients/:id/plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly course: PlanCourseService,
  ) {}

  /** A client's integration plans, newest first. */
  @Get()
  list(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Query() query: ClientListQuery,
  ): Promise<PlanListView> {
    return this.plans.list(actor, id, query);
  }

  /** Makes a plan live now; an earlier live one ends. */
  @Post()
  @Roles('practitioner')
  start(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: StartPlanDto,
    @IdempotencyKey() key: string | undefined,
  ): Promise<PlanView> {
    return this.course.startPlan(actor, id, body, key);
  }
}

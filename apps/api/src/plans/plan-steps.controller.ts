import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { PlanEditingService } from '@app/course/plan-editing.service.js';
import { PlanPreviewService } from '@app/course/plan-preview.service.js';
import { PlanPreviewView } from '@app/course/plan-preview.view.js';
import { PlanView } from '@app/plans/plan.view.js';
import { DispatchService } from '@app/prompts/dispatch.service.js';
import { PromptView } from '@app/prompts/prompt.view.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { MovePromptDto, PreviewPlanDto, PutPlanStepsDto } from './plan.dto.js';

/** The plan editor: what would be sent, making it live, one prompt to another time. */
@Controller()
export class PlanStepsController {
  constructor(
    private readonly previews: PlanPreviewService,
    private readonly editing: PlanEditingService,
    private readonly dispatches: DispatchService,
  ) {}

  /** What a plan would send, to the minute, beside what was sent. Writes nothing of it. */
  @Post('clients/:id/plan-preview')
  @HttpCode(200)
  @Roles('practitioner')
  preview(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: PreviewPlanDto,
  ): Promise<PlanPreviewView> {
    return this.previews.preview(actor, id, body);
  }

  /** Puts edited steps in the place of those of a live plan. */
  @Put('plans/:id/steps')
  @Roles('practitioner')
  replace(
    @By() actor: StaffActor,
    @Param('id') id: string,
    @Body() body: PutPlanStepsDto,
  ): Promise<PlanView> {
    return this.editing.replaceSteps(actor, id, body);
  }

  /** Moves a prompt that has not left to another time on the client's clock. */
  @Post('prompts/:id/moving')
  @Roles('practitioner')
  move(@By() actor: StaffActor, @Param('id') id: string, @Body() body: MovePromptDto): Promise<PromptView> {
    return this.dispatches.move(actor, id, body);
  }
}

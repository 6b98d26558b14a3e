import { Module } from '@nestjs/common';
import { CourseModule } from '@app/course/course.module.js';
import { PlansModule } from '@app/plans/plans.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { PlanStepsController } from './plan-steps.controller.js';
import { PlansController } from './plans.controller.js';

@Module({
  imports: [PlansModule, CourseModule, PromptsModule],
  controllers: [PlansController, PlanStepsController],
})
export class PlansApiModule {}

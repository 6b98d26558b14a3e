import { Module } from '@nestjs/common';
import { CourseModule } from '@app/course/course.module.js';
import { PlansModule } from '@app/plans/plans.module.js';
import { PlansController } from './plans.controller.js';

@Module({ imports: [PlansModule, CourseModule], controllers: [PlansController] })
export class PlansApiModule {}

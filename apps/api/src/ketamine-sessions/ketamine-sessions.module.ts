import { Module } from '@nestjs/common';
import { CourseModule } from '@app/course/course.module.js';
import { SessionsModule } from '@app/sessions/sessions.module.js';
import { KetamineSessionsController } from './ketamine-sessions.controller.js';
import { SeriesController } from './series.controller.js';

@Module({
  imports: [SessionsModule, CourseModule],
  controllers: [KetamineSessionsController, SeriesController],
})
export class KetamineSessionsApiModule {}

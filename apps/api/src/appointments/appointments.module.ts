import { Module } from '@nestjs/common';
import { CourseModule } from '@app/course/course.module.js';
import { SessionsModule } from '@app/sessions/sessions.module.js';
import { AppointmentsController } from './appointments.controller.js';

@Module({ imports: [SessionsModule, CourseModule], controllers: [AppointmentsController] })
export class AppointmentsApiModule {}

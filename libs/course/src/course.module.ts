import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { SettingsModule } from '@app/clinics/settings/settings.module.js';
import { PlansModule } from '@app/plans/plans.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { SessionsModule } from '@app/sessions/sessions.module.js';
import { AppointmentCourseService } from './appointment-course.service.js';
import { ClientCourseService } from './client-course.service.js';
import { ClosingNoteCourseService } from './closing-note-course.service.js';
import { ConsentAsking } from './consent-asking.js';
import { ConsentCourseService } from './consent-course.service.js';
import { CourseCommands } from './course-commands.service.js';
import { LocationCourseService } from './location-course.service.js';
import { PlanCourseService } from './plan-course.service.js';
import { PlanEditingService } from './plan-editing.service.js';
import { PlanPreviewService } from './plan-preview.service.js';
import { RestCourseService } from './rest-course.service.js';
import { Rests } from './rest-course.js';
import { RosterCourseService } from './roster-course.service.js';
import { SeriesCourseService } from './series-course.service.js';
import { SessionCourseService } from './session-course.service.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffCourseService } from './staff-course.service.js';

const COMMANDS = [
  SessionCourseService,
  RosterCourseService,
  SeriesCourseService,
  AppointmentCourseService,
  ClosingNoteCourseService,
  PlanCourseService,
  PlanEditingService,
  PlanPreviewService,
  ClientCourseService,
  LocationCourseService,
  ConsentCourseService,
  RestCourseService,
  StaffAccountsService,
  StaffCourseService,
];

/** Every command of staff that touches several rooms. A client's own stand in the reply course. */
@Module({
  imports: [
    AuditModule,
    ClinicsModule,
    SettingsModule,
    ClientsModule,
    PlansModule,
    SessionsModule,
    PromptsModule,
  ],
  providers: [CourseCommands, ConsentAsking, Rests, ...COMMANDS],
  exports: COMMANDS,
})
export class CourseModule {}

import { Module } from '@nestjs/common';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { LeavingController } from './leaving.controller.js';
import { StaffMembersController } from './staff-members.controller.js';

/** Changes of the staff touch clients: apart from the pickers, which the front door needs. */
@Module({ imports: [ClinicsModule, CourseModule], controllers: [StaffMembersController, LeavingController] })
export class StaffAccountsApiModule {}

import { Module } from '@nestjs/common';
import { SettingsModule } from '@app/clinics/settings/settings.module.js';
import { CourseModule } from '@app/course/course.module.js';
import { PatternsModule } from '@app/safety/patterns/patterns.module.js';
import { ClinicSendersController } from './clinic-senders.controller.js';
import { ClinicController } from './clinic.controller.js';
import { CrisisContactsController } from './crisis-contacts.controller.js';
import { LocationsController } from './locations.controller.js';
import { PatternThresholdsController } from './pattern-thresholds.controller.js';
import { RostersController } from './rosters.controller.js';
import { SenderController } from './sender.controller.js';
import { SetupController } from './setup.controller.js';

@Module({
  imports: [SettingsModule, CourseModule, PatternsModule],
  controllers: [
    ClinicController,
    ClinicSendersController,
    CrisisContactsController,
    LocationsController,
    PatternThresholdsController,
    RostersController,
    SenderController,
    SetupController,
  ],
})
export class ClinicApiModule {}

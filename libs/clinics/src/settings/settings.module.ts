import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '../clinics.module.js';
import { ClinicReadiness } from './clinic-readiness.service.js';
import { ClinicSettingsService } from './clinic-settings.service.js';
import { ClinicSendersService } from './clinic-senders.service.js';
import { ClinicSetupService } from './clinic-setup.service.js';
import { CrisisContactsService } from './crisis-contacts.service.js';
import { LocationsService } from './locations.service.js';
import { RostersService } from './rosters.service.js';
import { SenderVerification } from './sender-verification.service.js';
import { TestMailsService } from './test-mails.service.js';

const SETTINGS = [
  ClinicReadiness,
  ClinicSendersService,
  ClinicSettingsService,
  ClinicSetupService,
  CrisisContactsService,
  LocationsService,
  RostersService,
  SenderVerification,
  TestMailsService,
];

/** What a clinic says of itself, and how it is led there when it is new. */
@Module({ imports: [AuditModule, ClinicsModule], providers: SETTINGS, exports: SETTINGS })
export class SettingsModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { EscalationsService } from './escalations.service.js';
import { NoticeLetters } from './notice-letters.service.js';
import { SafetyModule } from './safety.module.js';
import { SafetyNoticesService } from './safety-notices.service.js';

/** Only the worker sends, and only the worker tells further. */
@Module({
  imports: [AuditModule, ClinicsModule, SafetyModule],
  providers: [EscalationsService, NoticeLetters, SafetyNoticesService],
  exports: [EscalationsService, SafetyNoticesService],
})
export class SafetyNoticesModule {}

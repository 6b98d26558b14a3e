import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CallRequestViews } from './call-request-views.service.js';
import { CallRequestsService } from './call-requests.service.js';
import { SafetyService } from './safety.service.js';

/** Requests for a call. Telling staff by e-mail needs a mailer and stands in its own module. */
@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule],
  providers: [CallRequestViews, CallRequestsService, SafetyService],
  exports: [CallRequestViews, CallRequestsService, SafetyService],
})
export class SafetyModule {}

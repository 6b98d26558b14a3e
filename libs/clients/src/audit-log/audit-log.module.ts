import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ClientsModule } from '../clients.module.js';
import { AuditLogService } from './audit-log.service.js';

@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule],
  providers: [AuditLogService],
  exports: [AuditLogService],
})
export class AuditLogModule {}

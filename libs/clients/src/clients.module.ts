import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ClientChangesService } from './client-changes.service.js';
import { ClientIntakeService } from './client-intake.service.js';
import { ClientsService } from './clients.service.js';

@Module({
  imports: [AuditModule, ClinicsModule],
  providers: [ClientsService, ClientIntakeService, ClientChangesService],
  exports: [ClientsService, ClientIntakeService, ClientChangesService],
})
export class ClientsModule {}

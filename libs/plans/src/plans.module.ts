import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { PlansService } from './plans.service.js';

@Module({
  imports: [AuditModule, ClientsModule],
  providers: [PlansService],
  exports: [PlansService],
})
export class PlansModule {}

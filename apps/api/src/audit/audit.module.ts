import { Module } from '@nestjs/common';
import { AuditLogModule } from '@app/clients/audit-log/audit-log.module.js';
import { AuditController } from './audit.controller.js';

@Module({ imports: [AuditLogModule], controllers: [AuditController] })
export class AuditApiModule {}

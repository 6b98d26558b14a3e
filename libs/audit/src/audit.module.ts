import { Module } from '@nestjs/common';
import { AuditSeals } from './audit-seals.service.js';
import { AuditService } from './audit.service.js';

@Module({ providers: [AuditSeals, AuditService], exports: [AuditSeals, AuditService] })
export class AuditModule {}

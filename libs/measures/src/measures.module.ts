import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { MeasuresService } from './measures.service.js';

/** The questionnaires that may be asked. */
@Module({ imports: [AuditModule], providers: [MeasuresService], exports: [MeasuresService] })
export class MeasuresModule {}

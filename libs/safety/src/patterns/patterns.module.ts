import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PatternThresholdsService } from './pattern-thresholds.service.js';

/** The figures of the pattern rules; the rules themselves need no module. */
@Module({
  imports: [AuditModule],
  providers: [PatternThresholdsService],
  exports: [PatternThresholdsService],
})
export class PatternsModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { PromptsModule } from './prompts.module.js';
import { SendingService } from './sending.service.js';

/** Only the worker sends. */
@Module({
  imports: [AuditModule, PromptsModule],
  providers: [SendingService],
  exports: [SendingService],
})
export class SendingModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ProviderTurns } from '@app/platform/mail/provider-turns.js';
import { PromptQuestions } from './prompt-questions.js';
import { PromptsModule } from './prompts.module.js';
import { SendingGate } from './sending-gate.js';
import { SendingService } from './sending.service.js';

/** Only the worker sends. */
@Module({
  imports: [AuditModule, PromptsModule],
  providers: [PromptQuestions, ProviderTurns, SendingGate, SendingService],
  exports: [ProviderTurns, SendingService],
})
export class SendingModule {}

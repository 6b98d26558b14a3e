import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { ClosingService } from './closing.service.js';
import { DispatchService } from './dispatch.service.js';
import { PromptMails } from './prompt-mails.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { PromptsService } from './prompts.service.js';
import { ReplyLinks } from './reply-links.js';

/** Prompts and their schedule. Sending needs a mailer and stands in its own module. */
@Module({
  imports: [AuditModule, ClinicsModule],
  providers: [
    ClosingService,
    DispatchService,
    PromptMails,
    PromptRows,
    PromptScheduleService,
    PromptsService,
    ReplyLinks,
  ],
  exports: [
    ClosingService,
    DispatchService,
    PromptMails,
    PromptRows,
    PromptScheduleService,
    PromptsService,
    ReplyLinks,
  ],
})
export class PromptsModule {}

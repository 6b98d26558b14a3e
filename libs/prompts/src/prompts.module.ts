import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { SettingsModule } from '@app/clinics/settings/settings.module.js';
import { ClientMails } from './client-mails.js';
import { ClientNotices } from './client-notices.service.js';
import { ClosingService } from './closing.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryEnvelope } from './delivery-envelope.js';
import { DeliveryReports } from './delivery-reports.service.js';
import { DispatchService } from './dispatch.service.js';
import { PromptMails } from './prompt-mails.js';
import { PromptRows } from './prompt-rows.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { PromptsService } from './prompts.service.js';
import { ReplyLinks } from './reply-links.js';
import { SuppressionService } from './suppression.service.js';

/** Prompts and their schedule. Sending needs a mailer and stands in its own module. */
@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule, SettingsModule],
  providers: [
    ClientMails,
    ClientNotices,
    ClosingService,
    DeliveriesService,
    DeliveryEnvelope,
    DeliveryReports,
    DispatchService,
    PromptMails,
    PromptRows,
    PromptScheduleService,
    PromptsService,
    ReplyLinks,
    SuppressionService,
  ],
  exports: [
    ClientMails,
    ClientNotices,
    ClosingService,
    DeliveriesService,
    DeliveryReports,
    DispatchService,
    PromptMails,
    PromptRows,
    PromptScheduleService,
    PromptsService,
    ReplyLinks,
    SuppressionService,
  ],
})
export class PromptsModule {}

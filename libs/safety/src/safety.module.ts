import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit/audit.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { CallRequestsService } from './call-requests.service.js';
import { CareKeys } from './care-keys.service.js';
import { FlagNotices } from './flag-notices.service.js';
import { FlagPlansService } from './flag-plans.service.js';
import { FlagRaising } from './flag-raising.service.js';
import { FlagRows } from './flag-rows.service.js';
import { FlagViews } from './flag-views.service.js';
import { FlagsService } from './flags.service.js';
import { NoticeWebhook } from './notice-webhook.service.js';
import { SafetyLogService } from './safety-log.service.js';
import { SafetyPhrasesService } from './safety-phrases.service.js';
import { SafetyPlansService } from './safety-plans.service.js';
import { SafetyWebhookSettings } from './safety-webhook-settings.service.js';
import { SafetyWebhooks } from './safety-webhooks.js';
import { SafetyService } from './safety.service.js';

const OPEN = [
  CallRequestsService,
  CareKeys,
  FlagNotices,
  FlagPlansService,
  FlagRaising,
  FlagRows,
  FlagViews,
  FlagsService,
  NoticeWebhook,
  SafetyLogService,
  SafetyPhrasesService,
  SafetyPlansService,
  SafetyService,
  SafetyWebhookSettings,
];

/** Safety flags: raised, claimed, closed. Telling staff by e-mail needs a mailer and stands in its own module. */
@Module({
  imports: [AuditModule, ClientsModule, ClinicsModule],
  providers: [...OPEN, SafetyWebhooks],
  exports: OPEN,
})
export class SafetyModule {}

import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { AuditModule } from '@app/audit/audit.module.js';
import { BriefsModule } from '@app/briefs/briefs.module.js';
import { ENTITIES } from '@app/briefs/entities.js';
import { AccountMailSendingModule } from '@app/clinics/account-mails/account-mail-sending.module.js';
import { ClientsModule } from '@app/clients/clients.module.js';
import { ClinicsModule } from '@app/clinics/clinics.module.js';
import { Config } from '@app/platform/config/config.js';
import { MailModule } from '@app/platform/mail/mail.module.js';
import { MetricsModule } from '@app/platform/metrics/metrics.module.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { QueuesModule } from '@app/platform/queues/queues.module.js';
import { PromptsModule } from '@app/prompts/prompts.module.js';
import { SendingModule } from '@app/prompts/sending.module.js';
import { SafetyNoticesModule } from '@app/safety/safety-notices.module.js';
import { SealAuditJob } from './audit/seal-audit.job.js';
import { FindDueAccountMailsJob } from './account-mails/find-due-account-mails.job.js';
import { SendAccountMailJob } from './account-mails/send-account-mail.job.js';
import { Handlers } from './handlers.js';
import { Health } from './health.js';
import { ClosePromptsJob } from './mailings/close-prompts.job.js';
import { FindDueMailingsJob } from './mailings/find-due-mailings.job.js';
import { SendMailingJob } from './mailings/send-mailing.job.js';
import { TopUpRhythmsJob } from './mailings/top-up-rhythms.job.js';
import { EscalateFlagJob } from './safety/escalate-flag.job.js';
import { FindDueSafetyNoticesJob } from './safety/find-due-safety-notices.job.js';
import { FindOverdueFlagsJob } from './safety/find-overdue-flags.job.js';
import { SendSafetyNoticeJob } from './safety/send-safety-notice.job.js';
import { WriteStaffDigestsJob } from './staff-digests/write-staff-digests.job.js';
import { PurgeExpiredJob } from './upkeep/purge-expired.job.js';

@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ pinoHttp: { level: config.LOG_LEVEL, autoLogging: false } }),
    }),
    PlatformModule.with(ENTITIES),
    QueuesModule,
    MailModule,
    MetricsModule.of('worker'),
    ClientsModule,
    ClinicsModule,
    AccountMailSendingModule,
    AuditModule,
    PromptsModule,
    SendingModule,
    SafetyNoticesModule,
    BriefsModule,
  ],
  providers: [
    ClosePromptsJob,
    EscalateFlagJob,
    FindDueAccountMailsJob,
    FindDueMailingsJob,
    FindDueSafetyNoticesJob,
    FindOverdueFlagsJob,
    Handlers,
    Health,
    SealAuditJob,
    PurgeExpiredJob,
    SendAccountMailJob,
    SendMailingJob,
    SendSafetyNoticeJob,
    TopUpRhythmsJob,
    WriteStaffDigestsJob,
  ],
})
export class WorkerModule {}

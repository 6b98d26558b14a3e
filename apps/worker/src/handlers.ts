import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { checkQueue } from '@app/platform/config/boot-checks.js';
import { Config } from '@app/platform/config/config.js';
import { countedRun } from '@app/platform/metrics/metrics.js';
import type { JobName, JobPayloads } from '@app/platform/queues/job-payloads.js';
import { Queues } from '@app/platform/queues/queues.js';
import { RecurringJobs } from '@app/platform/queues/recurring.js';
import { SealAuditJob } from './audit/seal-audit.job.js';
import { FindDueAccountMailsJob } from './account-mails/find-due-account-mails.job.js';
import { SendAccountMailJob } from './account-mails/send-account-mail.job.js';
import { ClosePromptsJob } from './mailings/close-prompts.job.js';
import { FindDueMailingsJob } from './mailings/find-due-mailings.job.js';
import { SendMailingJob } from './mailings/send-mailing.job.js';
import { TopUpRhythmsJob } from './mailings/top-up-rhythms.job.js';
import { EscalateFlagJob } from './safety/escalate-flag.job.js';
import { FindDueSafetyNoticesJob } from './safety/find-due-safety-notices.job.js';
import { FindOverdueFlagsJob } from './safety/find-overdue-flags.job.js';
import { SendSafetyNoticeJob } from './safety/send-safety-notice.job.js';
import { recurringJobs } from './schedule.js';
import { WriteStaffDigestsJob } from './staff-digests/write-staff-digests.job.js';
import { PurgeExpiredJob } from './upkeep/purge-expired.job.js';

interface Job<Name extends JobName> {
  run(payload: JobPayloads[Name]): Promise<void>;
}

/** Every job and its one handler; a job without one does not compile. `at once` is per process. */
const HANDLERS: {
  [Name in JobName]: { job: new (...args: never[]) => Job<Name>; concurrency: number };
} = {
  'send-mailing': { job: SendMailingJob, concurrency: 10 },
  'send-safety-notice': { job: SendSafetyNoticeJob, concurrency: 5 },
  'send-account-mail': { job: SendAccountMailJob, concurrency: 5 },
  'escalate-flag': { job: EscalateFlagJob, concurrency: 5 },
  'find-due-mailings': { job: FindDueMailingsJob, concurrency: 1 },
  'find-due-safety-notices': { job: FindDueSafetyNoticesJob, concurrency: 1 },
  'find-due-account-mails': { job: FindDueAccountMailsJob, concurrency: 1 },
  'find-overdue-flags': { job: FindOverdueFlagsJob, concurrency: 1 },
  'purge-expired': { job: PurgeExpiredJob, concurrency: 1 },
  'top-up-rhythms': { job: TopUpRhythmsJob, concurrency: 1 },
  'close-prompts': { job: ClosePromptsJob, concurrency: 1 },
  'write-staff-digests': { job: WriteStaffDigestsJob, concurrency: 1 },
  'seal-audit': { job: SealAuditJob, concurrency: 1 },
};

/** Puts the handlers to work and starts the sweeps. */
@Injectable()
export class Handlers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly recurring: RecurringJobs;

  constructor(
    private readonly queues: Queues,
    private readonly config: Config,
    private readonly modules: ModuleRef,
  ) {
    this.recurring = new RecurringJobs(queues);
  }

  async onApplicationBootstrap(): Promise<void> {
    await checkQueue(this.config, this.queues);
    for (const name of Object.keys(HANDLERS) as JobName[]) this.work(name);
    for (const { name, everySeconds } of recurringJobs(this.config.SWEEP_SECONDS)) {
      this.recurring.every(everySeconds, name);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.recurring.stop();
  }

  private work<Name extends JobName>(name: Name): void {
    const { job, concurrency } = HANDLERS[name];
    const handler = this.modules.get<Job<Name>>(job);
    const isSweep = name.startsWith('find-');
    this.queues.work(name, (payload) => countedRun(name, isSweep, () => handler.run(payload)), {
      concurrency,
    });
  }
}

/** What each job carries: ids only. Whatever a handler needs to know it reads from the database. */
export type JobPayloads = {
  'send-mailing': { clinicId: string; mailingId: string };
  'send-safety-notice': { clinicId: string; noticeId: string };
  'send-account-mail': { mailId: string };
  'escalate-flag': { clinicId: string; flagId: string };
  'find-due-mailings': Record<string, never>;
  'find-due-safety-notices': Record<string, never>;
  'find-due-account-mails': Record<string, never>;
  'find-overdue-flags': Record<string, never>;
  'purge-expired': Record<string, never>;
  'top-up-rhythms': Record<string, never>;
  'close-prompts': Record<string, never>;
  'write-staff-digests': Record<string, never>;
  'seal-audit': Record<string, never>;
};

export type JobName = keyof JobPayloads;

/** Jobs that carry nothing and run again and again. */
export type RecurringJobName = {
  [Name in JobName]: JobPayloads[Name] extends Record<string, never> ? Name : never;
}[JobName];

const everyName: Record<JobName, true> = {
  'send-mailing': true,
  'send-safety-notice': true,
  'send-account-mail': true,
  'escalate-flag': true,
  'find-due-mailings': true,
  'find-due-safety-notices': true,
  'find-due-account-mails': true,
  'find-overdue-flags': true,
  'purge-expired': true,
  'top-up-rhythms': true,
  'close-prompts': true,
  'write-staff-digests': true,
  'seal-audit': true,
};

/** Every queue there is; the schema is prepared for these names and for no others. */
export const JOB_NAMES = Object.keys(everyName) as readonly JobName[];

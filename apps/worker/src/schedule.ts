import type { RecurringJobName } from '@app/platform/queues/job-payloads.js';

const HOUR = 3_600;

/** Every recurring job and how often it runs, in seconds. The sweep is the schedule: nothing waits in a queue. */
export function recurringJobs(
  sweepSeconds: number,
): readonly { name: RecurringJobName; everySeconds: number }[] {
  return [
    { name: 'find-due-mailings', everySeconds: sweepSeconds },
    { name: 'find-due-safety-notices', everySeconds: Math.min(sweepSeconds, 5) },
    { name: 'find-overdue-flags', everySeconds: Math.min(sweepSeconds, 15) },
    { name: 'seal-audit', everySeconds: Math.min(sweepSeconds, 5) },
    { name: 'find-due-account-mails', everySeconds: Math.min(sweepSeconds, 5) },
    { name: 'close-prompts', everySeconds: Math.max(sweepSeconds, 60) },
    { name: 'write-staff-digests', everySeconds: Math.max(sweepSeconds, 60) },
    { name: 'top-up-rhythms', everySeconds: 6 * HOUR },
    { name: 'purge-expired', everySeconds: 24 * HOUR },
  ];
}

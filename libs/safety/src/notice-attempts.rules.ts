import { Temporal } from 'temporal-polyfill';

/** Seconds to wait after the first, second, … attempt; the last is repeated. */
const BACKOFF_SECONDS = [15, 30, 60, 120, 300, 600] as const;

/** Attempts after which a notice is left as it is: about a day and a half of trying. */
const MOST_ATTEMPTS = 200;

/**
 * When to hand a notice over again, or null when it has been tried for long enough. Quicker than a prompt's
 * mailing: somebody waits for this one.
 * @param attempts hand-overs so far, 1 or more
 */
export function nextNoticeAt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const step = Math.min(Math.max(attempts, 1), BACKOFF_SECONDS.length) - 1;
  return now.add({ seconds: BACKOFF_SECONDS[step]! });
}

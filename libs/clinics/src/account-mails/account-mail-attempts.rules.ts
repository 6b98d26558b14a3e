import { Temporal } from 'temporal-polyfill';

/** Seconds to wait after the first, second, … attempt; the last is repeated. */
const BACKOFF_SECONDS = [10, 30, 60, 120, 300, 600] as const;

/** Attempts after which a mail that the server keeps putting off is left: about a day. Its link has ended by then. */
const MOST_ATTEMPTS = 150;

/** Hand-overs without an answer after which nobody is written to again: each of them may have arrived. */
const MOST_UNANSWERED = 3;

/**
 * When to hand a mail over again, or null when it has been tried for long enough. Somebody waits for a link, so
 * an unanswered hand-over is repeated, as a prompt never is; but not often.
 * @param attempts hand-overs so far, 1 or more
 */
export function nextAccountMailAt(
  outcome: 'refused-for-now' | 'unknown',
  attempts: number,
  now: Temporal.Instant,
): Temporal.Instant | null {
  if (attempts >= (outcome === 'unknown' ? MOST_UNANSWERED : MOST_ATTEMPTS)) return null;
  const step = Math.min(Math.max(attempts, 1), BACKOFF_SECONDS.length) - 1;
  return now.add({ seconds: BACKOFF_SECONDS[step]! });
}

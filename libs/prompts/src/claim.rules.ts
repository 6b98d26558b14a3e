import type { KetamineSessionStatus } from '@app/sessions/session.types.js';
import { Temporal } from 'temporal-polyfill';
import type { PromptStatus } from './prompt-schedule.types.js';

/** Everything that decides whether a prompt may leave now. */
export interface ClaimFacts {
  status: PromptStatus;
  held: boolean;
  sendAt: Temporal.Instant;
  sendUntil: Temporal.Instant;
  /** E-mail consent is given and not withdrawn. */
  hasConsent: boolean;
  /** The client's address takes no mail. */
  isSuppressed: boolean;
  isResting: boolean;
  isClientActive: boolean;
  /** Null when the prompt waits for no session. */
  neededSession: KetamineSessionStatus | null;
}

/** Minutes to wait after the first, second, … failed attempt; the last is repeated. */
const BACKOFF_MINUTES = [1, 2, 5, 10, 20, 40, 60] as const;

/**
 * The claim of SCHEDULING in words. The statement that claims a mailing says the same in its WHERE, and asks
 * besides whether somebody reads the answer, and stands on the rosters of what asks about safety, which the database
 * alone can tell.
 */
export function isClaimable(facts: ClaimFacts, now: Temporal.Instant): boolean {
  const { sendAt, sendUntil, neededSession } = facts;
  const isInWindow =
    Temporal.Instant.compare(sendAt, now) <= 0 && Temporal.Instant.compare(now, sendUntil) < 0;
  const isWanted = facts.status === 'scheduled' && !facts.held;
  const isReachable = facts.isClientActive && facts.hasConsent && !facts.isSuppressed && !facts.isResting;
  const isGrounded = neededSession === null || neededSession === 'completed';
  return isInWindow && isWanted && isReachable && isGrounded;
}

/**
 * When to hand a mailing over again after the mail server asked to try later.
 * @param attempts hand-overs so far, 1 or more
 */
export function nextAttemptAt(attempts: number, now: Temporal.Instant): Temporal.Instant {
  const step = Math.min(Math.max(attempts, 1), BACKOFF_MINUTES.length) - 1;
  return now.add({ minutes: BACKOFF_MINUTES[step]! });
}

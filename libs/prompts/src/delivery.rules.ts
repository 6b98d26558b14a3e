import { Temporal } from 'temporal-polyfill';
import { type NoticeClock, openingAt, type OpenStretch } from './notice-windows.rules.js';

/** Passing failures in a row after which an address counts as one that takes no mail. */
const PASSING_FAILURES = 3;

/** A mailbox that was full, or a host that was away, is given this long. */
const HOURS_BEFORE_ANOTHER_TRY = 4;

/** Days after which a mailing that was accepted, and did not come back, counts as one that arrived. */
export const DAYS_TO_COME_BACK = 3;

/**
 * Does a refusal at the hand-over speak of the address itself? By its enhanced status code (RFC 3463, RFC 7505): no
 * such mailbox or host, moved, takes no mail, disabled. A bare `550` may as well speak of us.
 * @param code the server's, e.g. `550 5.1.1`
 */
export function speaksOfTheAddress(code: string): boolean {
  return /\b5\.(1\.(1|2|3|6|10)|2\.1)\b/.test(code);
}

/** How many passing failures there are in a row now. One that arrived in between begins the count anew. */
export function failuresInARow(before: number, hasArrivedSince: boolean): number {
  return hasArrivedSince ? 1 : before + 1;
}

/** Does an address with that many take no mail? */
export function takesNoMail(failures: number): boolean {
  return failures >= PASSING_FAILURES;
}

/** A prompt whose mailing came back for now. */
export interface BouncedPrompt {
  clock: NoticeClock;
  /** It is with the client and waits for an answer. */
  isOpen: boolean;
  closesAt: Temporal.Instant;
  /** Past this it is of no use any more. */
  limitAt: Temporal.Instant;
  /** Came back before, or another mailing of it is planned anyway. */
  hasHadAnother: boolean;
}

/** When it goes once more, within its own limits and outside quiet hours; null: it does not. */
export function anotherTry(prompt: BouncedPrompt, now: Temporal.Instant): OpenStretch | null {
  if (!prompt.isOpen || prompt.hasHadAnother) return null;
  const { from, until } = openingAt(prompt.clock, now.add({ hours: HOURS_BEFORE_ANOTHER_TRY }));
  const last = earlier(prompt.limitAt, prompt.closesAt);
  if (Temporal.Instant.compare(from, last) >= 0) return null;
  return { from, until: earlier(until, last) };
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other;
}

import { Temporal } from 'temporal-polyfill';
import type { Handover } from './handover.types.js';

/** How the mail server has done lately, as one process saw it. */
export interface MailBreaker {
  /** Hand-overs in a row that ended with the connection, not with an answer. */
  failures: number;
  /** Nothing is handed over before; null: nothing is in the way. */
  restsUntil: Temporal.Instant | null;
}

export const RESTED: MailBreaker = { failures: 0, restsUntil: null };

const FAILURES_TO_REST = 5;
const FIRST_REST_SECONDS = 30;
const LONGEST_REST_SECONDS = 300;

/**
 * What a hand-over tells of the server. A refusal is an answer too: only a connection that could not be made, or
 * broke, counts. The pause doubles with each failure after the first five, up to five minutes.
 */
export function afterHandover(
  { failures }: MailBreaker,
  handover: Handover,
  now: Temporal.Instant,
): MailBreaker {
  if (!isOfConnection(handover)) return RESTED;
  const count = failures + 1;
  if (count < FAILURES_TO_REST) return { failures: count, restsUntil: null };
  const seconds = Math.min(FIRST_REST_SECONDS * 2 ** (count - FAILURES_TO_REST), LONGEST_REST_SECONDS);
  return { failures: count, restsUntil: now.add({ seconds }) };
}

/** Until when nothing is handed over; null: now is fine. */
export function restsUntil(
  { restsUntil: until }: MailBreaker,
  now: Temporal.Instant,
): Temporal.Instant | null {
  return until && Temporal.Instant.compare(now, until) < 0 ? until : null;
}

/** A server that speaks answers with digits. `unsendable` never reached it. */
function isOfConnection(handover: Handover): boolean {
  switch (handover.outcome) {
    case 'accepted':
    case 'refused':
      return false;
    case 'unknown':
      return !/^\d/.test(handover.why);
    case 'refused-for-now':
      return !/^\d/.test(handover.code);
  }
}

import { Temporal } from 'temporal-polyfill';
import {
  promisedBy,
  type ReadingFacts,
  type ReadingPromise,
  standingPromise,
  type Wait,
} from './reading-contract.rules.js';

/** What was promised when something was sent. */
export interface SentPromise {
  sentAt: Temporal.Instant;
  wait: Wait;
  promisedBy: Temporal.Instant | null;
}

/**
 * What stands of the promise for something that was sent; `facts` as of then. Asked for by the next working day, it
 * is what was kept with it, or a call that comes before. None once its time has passed.
 */
export function promiseForSent(
  facts: ReadingFacts,
  sent: SentPromise,
  now: Temporal.Instant,
): ReadingPromise {
  if (sent.wait === 'can-wait') return standingPromise(facts, sent.sentAt, now);
  const { promisedBy: by } = sent;
  if (!by || Temporal.Instant.compare(now, by) > 0) return { kind: 'none' };
  const isTheCall = facts.nextCallAt !== null && Temporal.Instant.compare(facts.nextCallAt, by) === 0;
  return isTheCall ? { kind: 'before-call', at: by } : { kind: 'by-day', by };
}

/**
 * The promise after a change. One that was made stands while the wish is the same: who reads has planned for it.
 * Another wish is promised anew, from now.
 */
export function promiseAfterChange(
  facts: ReadingFacts,
  before: SentPromise,
  wait: Wait,
  now: Temporal.Instant,
): Temporal.Instant | null {
  return before.wait === wait ? before.promisedBy : promisedBy(facts, wait, now);
}

import { Temporal } from 'temporal-polyfill';
import { localDate } from '@app/platform/clock/local-days.rules.js';

/** What is known about when a reflection will be read. */
export interface ReadingFacts {
  /** Start of the first booked call after sending whose practitioner reads this client's words, or null. */
  nextCallAt: Temporal.Instant | null;
  /** The clinic's reading days, ISO weekdays 1 (Monday) to 7. */
  readingDays: readonly number[];
  /** IANA zone of the client's location, where the reading days are. */
  locationZone: string;
  /** End of the location's day, `HH:MM` or `HH:MM:SS`. */
  openTo: string;
  /** Days the location is open, ISO weekdays 1 (Monday) to 7. */
  openDays: readonly number[];
}

/** "Can this wait?": yes, or please read it by the next working day. */
export type Wait = 'can-wait' | 'next-working-day';

/** The promise that stands beside Send. An instant is worded as a day on the client's clock. */
export type ReadingPromise =
  { kind: 'before-call'; at: Temporal.Instant } | { kind: 'by-day'; by: Temporal.Instant } | { kind: 'none' };

const CALL_WITHIN_DAYS = 7;

/**
 * When what is sent now will be read: before a call within 7 days, else by the end of the next reading day.
 * Today is never promised, even on a reading day: the person may have read already.
 */
export function readingPromise(facts: ReadingFacts, now: Temporal.Instant): ReadingPromise {
  const { nextCallAt } = facts;
  const horizon = now.add({ hours: 24 * CALL_WITHIN_DAYS });
  if (nextCallAt && isAfter(nextCallAt, now) && !isAfter(nextCallAt, horizon)) {
    return { kind: 'before-call', at: nextCallAt };
  }
  const by = endOfNextDay(facts, facts.readingDays, now);
  return by ? { kind: 'by-day', by } : { kind: 'none' };
}

/**
 * By when something sent at `sentAt` is to be read; null when nothing can be promised. Asked for by the next
 * working day it is the end of the location's next open day, unless the ordinary promise comes before.
 */
export function promisedBy(
  facts: ReadingFacts,
  wait: Wait,
  sentAt: Temporal.Instant,
): Temporal.Instant | null {
  const ordinary = instantOf(readingPromise(facts, sentAt));
  switch (wait) {
    case 'can-wait':
      return ordinary;
    case 'next-working-day': {
      const sooner = ordinary && endOfNextDay(facts, facts.openDays, sentAt);
      return sooner && isAfter(ordinary, sooner) ? sooner : ordinary;
    }
  }
}

/**
 * What stands of the promise that was made when something was sent; `facts` as of then. None once its time has
 * passed: a promise that was not kept is not followed by another.
 */
export function standingPromise(
  facts: ReadingFacts,
  sentAt: Temporal.Instant,
  now: Temporal.Instant,
): ReadingPromise {
  const promise = readingPromise(facts, sentAt);
  switch (promise.kind) {
    case 'before-call':
      return isAfter(promise.at, now) ? promise : { kind: 'none' };
    case 'by-day':
      return isAfter(now, promise.by) ? { kind: 'none' } : promise;
    case 'none':
      return promise;
  }
}

function instantOf(promise: ReadingPromise): Temporal.Instant | null {
  switch (promise.kind) {
    case 'before-call':
      return promise.at;
    case 'by-day':
      return promise.by;
    case 'none':
      return null;
  }
}

/** The location closes on the first of these weekdays after today; null when there is none. */
function endOfNextDay(
  { locationZone: timeZone, openTo }: ReadingFacts,
  weekdays: readonly number[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const today = localDate(now, timeZone);
  for (let days = 1; days <= 7; days += 1) {
    const day = today.add({ days });
    if (!weekdays.includes(day.dayOfWeek)) continue;
    return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(openTo) }).toInstant();
  }
  return null;
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}

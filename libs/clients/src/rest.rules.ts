import { Temporal } from 'temporal-polyfill';
import type { RestLength } from './client.types.js';

const DAYS: Readonly<Record<'three-days' | 'week', number>> = { 'three-days': 3, week: 7 };

/** What the end of a rest depends on. */
export interface RestFacts {
  /** The client's zone. */
  timeZone: string;
  /** When the first booked call after the rest begins starts; null: none is booked. */
  nextCallAt: Temporal.Instant | null;
}

/**
 * When a rest that begins at `from` is over: at the first moment of the named day on the client's clock, so that
 * a question can come on that day. "Until my next call" is over with the day of the call; while none is booked,
 * like "until I say so", it has no end (null).
 */
export function restEnd(
  length: RestLength,
  { timeZone, nextCallAt }: RestFacts,
  from: Temporal.Instant,
): Temporal.Instant | null {
  switch (length) {
    case 'three-days':
    case 'week':
      return startOfDayAfter(from, DAYS[length], timeZone);
    case 'next-call':
      return nextCallAt && startOfDayAfter(nextCallAt, 1, timeZone);
    case 'open':
      return null;
  }
}

/** The same named day on another clock: a client who has moved comes back on the day they were told. */
export function sameDayIn(until: Temporal.Instant, before: string, timeZone: string): Temporal.Instant {
  if (before === timeZone) return until;
  return until.toZonedDateTimeISO(before).toPlainDate().toZonedDateTime(timeZone).toInstant();
}

function startOfDayAfter(instant: Temporal.Instant, days: number, timeZone: string): Temporal.Instant {
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate().add({ days });
  return day.toZonedDateTime(timeZone).toInstant();
}

import { Temporal } from 'temporal-polyfill';
import type { CourseFacts, ReflectionFact } from './pattern.types.js';

const { compare } = Temporal.Instant;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What counts until now, oldest first: nothing that was taken back, nothing of tomorrow. Ties by id. */
export function reflectionsUntil(facts: CourseFacts, now: Temporal.Instant): ReflectionFact[] {
  return facts.reflections
    .filter(({ withdrawn, sentAt }) => !withdrawn && compare(sentAt, now) <= 0)
    .sort((a, b) => compare(a.sentAt, b.sentAt) || (a.id < b.id ? -1 : 1));
}

/** Not older than so many days on the client's calendar, to the hour. */
export function isWithin(
  at: Temporal.Instant,
  until: Temporal.Instant,
  { days, timeZone }: { days: number; timeZone: string },
): boolean {
  const short = until.epochMilliseconds - at.epochMilliseconds - days * DAY_MS;
  // No clock moves further than a day: only what is as near needs the calendar, which costs a hundred times more.
  if (Math.abs(short) > DAY_MS + HOUR_MS) return short < 0;
  const last = at.toZonedDateTimeISO(timeZone).add({ days }).toInstant();
  return compare(until, last) <= 0;
}

/** Within the hours after a ketamine session; the hour they end is outside. */
export function isSoonAfterSession(
  at: Temporal.Instant,
  sessionsHeldAt: readonly Temporal.Instant[],
  hours: number,
): boolean {
  return sessionsHeldAt.some((heldAt) => compare(heldAt, at) <= 0 && compare(at, heldAt.add({ hours })) < 0);
}

/** `YYYY-MM-DD` on the client's clock. */
export function dayOf(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Their mean; of none there is none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** To one digit, for people; comparisons use the whole of it. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

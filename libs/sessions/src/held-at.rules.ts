import { Temporal } from 'temporal-polyfill';

/** A calendar date (`YYYY-MM-DD`) and a wall-clock time (`HH:MM`) of a location. */
export interface LocalHeldTime {
  heldOn: string;
  time: string;
}

/** The oldest year whose sessions and appointments are recorded. */
const FIRST_DAY = '2000-01-01';
/** How far ahead anything is planned, in years. */
const YEARS_AHEAD = 5;
/** A session may be marked as completed up to so many hours before its planned time: plans run early. */
const EARLY_HOURS = 12;

/**
 * The instant of a local time. One that does not exist (clocks go forward) is the later, one that occurs
 * twice (clocks go back) the earlier. Throws RangeError for an unknown zone or an impossible date.
 */
export function heldAtOf({ heldOn, time }: LocalHeldTime, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(heldOn)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

/** Days between which anything may be dated, `YYYY-MM-DD`, both included. */
interface DateBounds {
  from: string;
  to: string;
}

/** From 2000 to five years ahead, in UTC. */
export function dateBounds(now: Temporal.Instant): DateBounds {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate();
  return { from: FIRST_DAY, to: today.add({ years: YEARS_AHEAD }).toString() };
}

/** Is this a date that anything may be recorded or planned on? */
export function isWithinBounds(at: Temporal.Instant, now: Temporal.Instant): boolean {
  const bounds = dateBounds(now);
  const on = at.toZonedDateTimeISO('UTC').toPlainDate();
  return Temporal.PlainDate.compare(on, bounds.from) >= 0 && Temporal.PlainDate.compare(on, bounds.to) <= 0;
}

/** Has this instant passed? What lies ahead cannot be recorded as done. */
export function hasPassed(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) <= 0;
}

/** May a session planned for `heldAt` be marked as completed now? Up to 12 hours early. */
export function mayBeCompleted(heldAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return hasPassed(heldAt, now.add({ hours: EARLY_HOURS }));
}

import { Temporal } from 'temporal-polyfill';

/** The wall clock of a zone at an instant, `YYYY-MM-DDTHH:MM`. */
export function localTimeAt(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The calendar date of a zone at an instant, `YYYY-MM-DD`. */
export function localDateAt(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Calendar days from one instant to another on the zone's clock; the same date is 0. */
export function dayNumberAt(since: Temporal.Instant, now: Temporal.Instant, timeZone: string): number {
  const from = since.toZonedDateTimeISO(timeZone).toPlainDate();
  return from.until(now.toZonedDateTimeISO(timeZone).toPlainDate(), { largestUnit: 'days' }).days;
}

import { Temporal } from 'temporal-polyfill';

/** Where every golden client lives; the clocks go back there on day 55, Sunday 1 November 2026. */
export const GOLDEN_ZONE = 'America/Boise';
/** A Monday. */
const DAY_ZERO = Temporal.PlainDate.from('2026-09-07');
/** Prompts leave at ten and the brief is read at noon. */
export const SENT_AT = '10:00';
export const READ_AT = '12:00';
/** A prompt takes answers so long. */
export const OPEN_DAYS = 14;

/** `YYYY-MM-DD` of a day of the course. */
export function on(day: number): string {
  return DAY_ZERO.add({ days: day }).toString();
}

/** A time of a day of the course. */
export function instantOn(day: number, at: string): Temporal.Instant {
  return DAY_ZERO.add({ days: day })
    .toZonedDateTime({ timeZone: GOLDEN_ZONE, plainTime: Temporal.PlainTime.from(at) })
    .toInstant();
}

/** `YYYY-MM-DDTHH:MM` on the client's clock. */
export function localOn(day: number, at: string): string {
  return `${on(day)}T${at}`;
}

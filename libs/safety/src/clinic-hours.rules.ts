import { Temporal } from 'temporal-polyfill';

/** When a location is staffed. */
export interface ClinicHours {
  timeZone: string;
  /** `HH:MM` or `HH:MM:SS` on the location's clock. */
  openFrom: string;
  openTo: string;
  /** ISO weekdays, 1 (Monday) to 7. */
  openDays: readonly number[];
}

/** Somebody needs this long before closing to see a request and act on it the same day. */
const LAST_CHANCE_MINUTES = 60;

/**
 * By when the clinic sees a request made now: the end of today's hours, or of the next open day's. Never
 * optimistic: the end of a day is promised, not its beginning. Null where no hours are set.
 */
export function seenBy(hours: ClinicHours, now: Temporal.Instant): Temporal.Instant | null {
  const here = now.toZonedDateTimeISO(hours.timeZone);
  for (let days = 0; days <= 7; days += 1) {
    const day = here.toPlainDate().add({ days });
    if (!hours.openDays.includes(day.dayOfWeek)) continue;
    const closes = day
      .toZonedDateTime({ timeZone: hours.timeZone, plainTime: Temporal.PlainTime.from(hours.openTo) })
      .toInstant();
    const lastChance = closes.subtract({ minutes: LAST_CHANCE_MINUTES });
    if (Temporal.Instant.compare(now, lastChance) < 0) return closes;
  }
  return null;
}

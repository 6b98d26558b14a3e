import { Temporal } from 'temporal-polyfill';

/** When a location is staffed. */
export interface ClinicHours {
  timeZone: string;
  /** `HH:MM` or `HH:MM:SS` on the location's clock. */
  openFrom: string;
  openTo: string;
  /** ISO weekdays, 1 (Monday) to 7. */
  openDays: readonly number[];
  /** `YYYY-MM-DD`, closed whatever the weekday. Absent: none. */
  holidays?: readonly string[];
}

/** One open day, from its first instant to the first after it. */
export interface OpenDay {
  opens: Temporal.Instant;
  closes: Temporal.Instant;
}

/** Somebody needs this long before closing to see a request and act on it the same day. */
const LAST_CHANCE_MINUTES = 60;

/** How far ahead an open day is looked for: further than any row of holidays. */
const DAYS_AHEAD = 60;

/**
 * By when the clinic sees a request made now: the end of today's hours, or of the next open day's. Never
 * optimistic: the end of a day is promised, not its beginning. Null where no hours are set.
 */
export function seenBy(hours: ClinicHours, now: Temporal.Instant): Temporal.Instant | null {
  for (const { closes } of openDaysFrom(hours, now)) {
    const lastChance = closes.subtract({ minutes: LAST_CHANCE_MINUTES });
    if (Temporal.Instant.compare(now, lastChance) < 0) return closes;
  }
  return null;
}

/** Whether somebody is there now. */
export function isOpen(hours: ClinicHours, now: Temporal.Instant): boolean {
  for (const { opens } of openDaysFrom(hours, now)) return Temporal.Instant.compare(opens, now) <= 0;
  return false;
}

/** The end of the open day that now is in or before. Null where no day is open. */
export function endOfOpenDay(hours: ClinicHours, now: Temporal.Instant): Temporal.Instant | null {
  for (const { closes } of openDaysFrom(hours, now)) return closes;
  return null;
}

/** When so many minutes of open hours have passed since `from`. Null where no day is open. */
export function afterOpenMinutes(
  hours: ClinicHours,
  from: Temporal.Instant,
  minutes: number,
): Temporal.Instant | null {
  let left = minutes * 60_000;
  for (const { opens, closes } of openDaysFrom(hours, from)) {
    const begins = Math.max(opens.epochMilliseconds, from.epochMilliseconds);
    const lasts = closes.epochMilliseconds - begins;
    if (left <= lasts) return Temporal.Instant.fromEpochMilliseconds(begins + left);
    left -= lasts;
  }
  return null;
}

/** The open days that have not ended at `from`, in order. */
export function* openDaysFrom(hours: ClinicHours, from: Temporal.Instant): Generator<OpenDay, void> {
  const first = from.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const day = first.add({ days });
    if (!hours.openDays.includes(day.dayOfWeek) || hours.holidays?.includes(day.toString())) continue;
    const [opens, closes] = [hours.openFrom, hours.openTo].map((time) =>
      day.toZonedDateTime({ timeZone: hours.timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant(),
    );
    if (Temporal.Instant.compare(from, closes!) < 0) yield { opens: opens!, closes: closes! };
  }
}

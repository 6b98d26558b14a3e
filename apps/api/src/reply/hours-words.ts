import { Temporal } from 'temporal-polyfill';
import { clockWords, zoneWords } from '@app/design/words/when.js';
import type { ClinicHours } from '@app/safety/clinic-hours.rules.js';

/** Whose clock, and how it is worded. */
export interface Reader {
  timeZone: string;
  locale: string;
}

/**
 * A clinic's hours on the reader's clock, e.g. "Mon–Fri, 9:00 am – 7:00 pm, Mountain time". Where the reader
 * is so far away that the days would differ, on the clinic's own clock, which the last part then names. Null
 * where no day is open.
 */
export function hoursWords(hours: ClinicHours, reader: Reader, now: Temporal.Instant): string | null {
  if (hours.openDays.length === 0) return null;
  const today = now.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  const [opens, closes] = [hours.openFrom, hours.openTo].map((time) =>
    today.toZonedDateTime({ timeZone: hours.timeZone, plainTime: Temporal.PlainTime.from(time) }),
  );
  const there = [opens!, closes!].map((time) => time.withTimeZone(reader.timeZone));
  const isSameDay = there.every((time) => time.toPlainDate().equals(today));
  const shown = isSameDay ? there : [opens!, closes!];
  const [from, to] = shown.map((time) =>
    clockWords(time.toPlainTime().toString().slice(0, 5), reader.locale),
  );
  const zone = zoneWords(isSameDay ? reader.timeZone : hours.timeZone, reader.locale, now);
  return `${daysWords(hours.openDays, reader.locale)}, ${from} – ${to}, ${zone}`;
}

/** Days in a row are joined by a dash: "Mon–Wed, Fri". */
function daysWords(days: readonly number[], locale: string): string {
  const runs: number[][] = [];
  for (const day of [...new Set(days)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last.at(-1) === day - 1) last.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => dayName(day, locale);
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0]!)}–${name(run.at(-1)!)}` : run.map(name).join(', ')))
    .join(', ');
}

function dayName(day: number, locale: string): string {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(date);
}

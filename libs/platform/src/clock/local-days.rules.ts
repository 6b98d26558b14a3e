import { Temporal } from 'temporal-polyfill';

const UTC_DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Days kept of one zone, at most; then it begins anew. A clinic asks about the same few weeks all day. */
const MOST_DAYS = 2_000;

/** A day of one clock on which that clock is not changed, from `from` until before `to`, in ms since 1970. */
interface Day {
  date: Temporal.PlainDate;
  from: number;
  to: number;
}

/** By zone, then by the days of UTC it touches. Nothing here belongs to anybody: a calendar alone. */
const known = new Map<string, Map<number, Day[]>>();

/** The calendar date at an instant on a clock, as `toZonedDateTimeISO(timeZone).toPlainDate()` and far sooner. */
export function localDate(at: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return dayAt(at, timeZone)?.date ?? at.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The minute of the day a clock shows at an instant, 0 to 1439. */
export function localMinute(at: Temporal.Instant, timeZone: string): number {
  const day = dayAt(at, timeZone);
  if (day) return Math.floor((at.epochMilliseconds - day.from) / MINUTE_MS);
  const { hour, minute } = at.toZonedDateTimeISO(timeZone);
  return hour * 60 + minute;
}

/** Undefined on a day on which the clock is changed. */
function dayAt(at: Temporal.Instant, timeZone: string): Day | undefined {
  const { epochMilliseconds: ms } = at;
  const days = known.get(timeZone) ?? new Map<number, Day[]>();
  const found = days.get(Math.floor(ms / UTC_DAY_MS))?.find(({ from, to }) => from <= ms && ms < to);
  if (found) return found;
  const local = at.toZonedDateTimeISO(timeZone);
  const begins = local.startOfDay();
  const from = begins.epochMilliseconds;
  const day = { date: local.toPlainDate(), from, to: from + UTC_DAY_MS };
  const changes = begins.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
  // One may begin at one o'clock, and an hour may be set back over midnight.
  if (begins.hour !== 0 || changes < day.to || ms >= day.to) return undefined;
  if (days.size >= MOST_DAYS) days.clear();
  known.set(timeZone, days);
  for (const utcDay of [from, day.to - 1].map((edge) => Math.floor(edge / UTC_DAY_MS))) {
    const others = days.get(utcDay) ?? [];
    if (!others.includes(day)) days.set(utcDay, [...others, day]);
  }
  return day;
}

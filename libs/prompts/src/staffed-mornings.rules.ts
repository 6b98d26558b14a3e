import { type DayNumber, LocalTime, minutesOf } from './local-time.rules.js';
import { type OpenHours, openWindowFrom, type OpenWindow } from './quiet-hours.rules.js';

/** When somebody answers a safety flag, as the psychological roster says; days are ISO weekdays, 1 is Monday. */
export interface StaffedMornings {
  /** The clock of the roster's location. */
  timeZone: string;
  /** `HH:MM` there. */
  openFrom: string;
  openTo: string;
  openDays: readonly number[];
  /** `YYYY-MM-DD` there. */
  holidays: readonly string[];
}

/** What is asked in the morning can be looked at on the same day, and before a weekend begins. */
const LAST_WEEKDAY = 4;
const EARLIEST = minutesOf('08:00');
const NOON = minutesOf('12:00');
/** Further than the longest lateness, so that what is not found comes too late in any case. */
const LOOK_AHEAD_DAYS = 21;

/** Any morning at all, were there no holidays. */
export function hasMornings({ openFrom, openTo, openDays }: StaffedMornings): boolean {
  const { from, to } = hoursOf({ openFrom, openTo });
  return from < to && openDays.some((day) => day <= LAST_WEEKDAY);
}

/**
 * The stretch of a staffed morning that an instant is in, or the next one: Monday to Thursday, a day of the roster
 * and none of its holidays, from 08:00 or its opening until noon, and outside the client's quiet hours.
 * @returns null when none comes within three weeks
 */
export function staffedWindowFrom(
  ms: number,
  mornings: StaffedMornings,
  { hours, local }: { hours: OpenHours; local: LocalTime },
): OpenWindow | null {
  const there = LocalTime.of(mornings.timeZone);
  const { from, to } = hoursOf(mornings);
  const today = there.dayOf(ms);
  for (let day = today; day <= today + LOOK_AHEAD_DAYS; day += 1) {
    if (!isStaffed(day, mornings, there)) continue;
    const [opensMs, noonMs] = [there.at(day, from, 'later'), there.at(day, to, 'earlier')];
    for (let atMs = opensMs; atMs < noonMs;) {
      const open = openWindowFrom(atMs, hours, local);
      const [startMs, endMs] = [Math.max(open.startMs, opensMs), Math.min(open.endMs, noonMs)];
      if (startMs < endMs && ms < endMs) return { day: open.day, startMs, endMs };
      atMs = open.endMs;
    }
  }
  return null;
}

/** Whether what asks about safety may be handed over at this instant. */
export function isStaffedMorning(ms: number, mornings: StaffedMornings): boolean {
  const there = LocalTime.of(mornings.timeZone);
  const { from, to } = hoursOf(mornings);
  const minute = there.minuteOf(ms);
  return isStaffed(there.dayOf(ms), mornings, there) && from <= minute && minute < to;
}

function isStaffed(day: DayNumber, { openDays, holidays }: StaffedMornings, there: LocalTime): boolean {
  const weekday = weekdayOf(day);
  return weekday <= LAST_WEEKDAY && openDays.includes(weekday) && !holidays.includes(there.isoOf(day));
}

function hoursOf({ openFrom, openTo }: Pick<StaffedMornings, 'openFrom' | 'openTo'>) {
  return { from: Math.max(EARLIEST, minutesOf(openFrom)), to: Math.min(NOON, minutesOf(openTo)) };
}

/** 1 is Monday, 7 Sunday; 1970-01-01 was a Thursday. */
function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

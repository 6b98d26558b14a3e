import { leavesEnoughOpen } from '@app/clinics/quiet-hours.rules.js';
import { DAY_MINUTES, type DayNumber, type LocalTime, minutesOf } from './local-time.rules.js';

/** A stretch of one local date in which a mailing may go out; epoch milliseconds, the end not included. */
export interface OpenWindow {
  day: DayNumber;
  startMs: number;
  endMs: number;
}

/** The open stretches of any date, in minutes after midnight. */
export type OpenHours = readonly { from: number; to: number }[];

/**
 * What quiet hours leave open. Equal times mean no quiet hours; `24:00` is midnight.
 * A window ends at midnight even when the night is open: the date a prompt is planned for is then the date it
 * is sent on, and one a day holds without asking again.
 * @throws RangeError when fewer than 4 hours stay open
 */
export function openHoursOf(quietFrom: string, quietTo: string): OpenHours {
  const from = minutesOf(quietFrom) % DAY_MINUTES;
  const to = minutesOf(quietTo) % DAY_MINUTES;
  if (!leavesEnoughOpen({ from: quietFrom, to: quietTo })) {
    throw new RangeError(`quiet hours ${quietFrom} to ${quietTo} leave less than 4 hours open`);
  }
  if (from === to) return [{ from: 0, to: DAY_MINUTES }];
  if (from > to) return [{ from: to, to: from }];
  return [
    { from: 0, to: from },
    { from: to, to: DAY_MINUTES },
  ].filter((hours) => hours.to > hours.from);
}

/** The open window that an instant is in, or the next one after it. */
export function openWindowFrom(ms: number, hours: OpenHours, local: LocalTime): OpenWindow {
  for (let day = local.dayOf(ms); ; day += 1) {
    for (const { from, to } of hours) {
      // On a day with a clock change quiet hours keep the longer reading: they end late and begin early.
      const startMs = from === 0 ? local.startOf(day) : local.at(day, from, 'later');
      const endMs = to === DAY_MINUTES ? local.startOf(day + 1) : local.at(day, to, 'earlier');
      if (endMs > ms && endMs > startMs) return { day, startMs, endMs };
    }
  }
}

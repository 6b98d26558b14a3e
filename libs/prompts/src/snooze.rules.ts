import { Temporal } from 'temporal-polyfill';
import { HOUR_MS, LocalTime, minutesOf } from './local-time.rules.js';
import { openHoursOf, openWindowFrom } from './quiet-hours.rules.js';

export type SnoozeChoice = 'tonight' | 'tomorrow';

/** The client's time as a snooze reads it; quiet hours as `HH:MM` or `HH:MM:SS`. */
export interface SnoozeClock {
  timeZone: string;
  quietFrom: string;
  quietTo: string;
}

const TONIGHT = minutesOf('19:30');
/** Asked later than this, "tonight" is two hours from now. */
const TONIGHT_UNTIL = minutesOf('18:30');
const TOMORROW = minutesOf('10:00');

/**
 * When a snoozed prompt comes back, and until when it may leave: tonight at 19:30 (or two hours from now),
 * tomorrow at 10:00, on the client's clock. Never in quiet hours: a "tonight" that falls into them, or into
 * the next day, is tomorrow; a "tomorrow" that does comes when they end.
 */
export function snoozeAt(
  choice: SnoozeChoice,
  clock: SnoozeClock,
  now: Temporal.Instant,
): { sendAt: Temporal.Instant; sendUntil: Temporal.Instant } {
  const local = LocalTime.of(clock.timeZone);
  const hours = openHoursOf(clock.quietFrom, clock.quietTo);
  const nowMs = now.epochMilliseconds;
  const today = local.dayOf(nowMs);
  if (choice === 'tonight') {
    const isLate = local.minuteOf(nowMs) > TONIGHT_UNTIL;
    const ms = isLate ? nowMs + 2 * HOUR_MS : local.at(today, TONIGHT);
    const window = openWindowFrom(ms, hours, local);
    if (window.day === today && window.startMs <= ms) return between(ms, window.endMs);
  }
  const ms = local.at(today + 1, TOMORROW);
  const window = openWindowFrom(ms, hours, local);
  return between(Math.max(ms, window.startMs), window.endMs);
}

function between(startMs: number, endMs: number) {
  return {
    sendAt: Temporal.Instant.fromEpochMilliseconds(startMs),
    sendUntil: Temporal.Instant.fromEpochMilliseconds(endMs),
  };
}

import { Temporal } from 'temporal-polyfill';
import { HOUR_MS, LocalTime } from './local-time.rules.js';
import { openHoursOf, openWindowFrom } from './quiet-hours.rules.js';

/** The client's clock as far as a mail's hour goes; quiet hours as `HH:MM`. */
export interface NoticeClock {
  timeZone: string;
  quietFrom: string;
  quietTo: string;
}

/** A stretch of time in which a mail may leave, the end not included. */
export interface OpenStretch {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** What is left of the open hours that `at` is in, or the next open hours after it, on the client's clock. */
export function openingAt(clock: NoticeClock, at: Temporal.Instant): OpenStretch {
  const atMs = at.epochMilliseconds;
  const window = openWindowFrom(
    atMs,
    openHoursOf(clock.quietFrom, clock.quietTo),
    LocalTime.of(clock.timeZone),
  );
  return between(Math.max(window.startMs, atMs), window.endMs);
}

/**
 * From now on, whatever the hour: the client is there and has just asked. An hour at least, so that a mail server
 * that is busy can be tried again; longer where the open hours last longer.
 */
export function stretchNow(clock: NoticeClock, now: Temporal.Instant): OpenStretch {
  const nowMs = now.epochMilliseconds;
  const open = openingAt(clock, now);
  const isOpen = open.from.epochMilliseconds === nowMs;
  return between(nowMs, Math.max(nowMs + HOUR_MS, isOpen ? open.until.epochMilliseconds : 0));
}

function between(fromMs: number, untilMs: number): OpenStretch {
  return {
    from: Temporal.Instant.fromEpochMilliseconds(fromMs),
    until: Temporal.Instant.fromEpochMilliseconds(untilMs),
  };
}

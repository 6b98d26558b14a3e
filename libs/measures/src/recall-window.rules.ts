import { Temporal } from 'temporal-polyfill';
import type { MeasureDefinition } from './measure.types.js';

/** When a measure stands in the course of a series. */
export type ResultLabel = 'baseline' | 'mid-series' | 'after';

type Recalling = Pick<MeasureDefinition, 'windowDays'>;

/** The first day an answer of this day looks back to. */
export function windowStartsOn(
  { windowDays }: Recalling,
  completedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  return completedOn.subtract({ days: windowDays });
}

/**
 * Does an answer given on this day look back on the day of a session? The first and the last day count: two
 * weeks after a session its day is just inside a two-week window, on day 15 it is not.
 */
export function reachesOver(
  definition: Recalling,
  on: Temporal.PlainDate,
  sessionDates: readonly Temporal.PlainDate[],
): boolean {
  const start = windowStartsOn(definition, on);
  return sessionDates.some(
    (date) => Temporal.PlainDate.compare(start, date) <= 0 && Temporal.PlainDate.compare(date, on) <= 0,
  );
}

/** The series a result belongs to, as it stood when the result was given, on the client's clock. */
export interface SeriesThen {
  /** Days of its sessions that were completed before the answer. */
  heldOn: readonly Temporal.PlainDate[];
  /** Another session of it is planned. */
  isMoreToCome: boolean;
}

/**
 * `baseline`: given before the first session of the series. `after`: no other session is planned, and the window
 * looks back on none. Everything between is `mid-series`: it was answered while the series ran, or looks back on it.
 */
export function resultLabel(
  definition: Recalling,
  completedOn: Temporal.PlainDate,
  { heldOn, isMoreToCome }: SeriesThen,
): ResultLabel {
  if (heldOn.length === 0) return 'baseline';
  return isMoreToCome || reachesOver(definition, completedOn, heldOn) ? 'mid-series' : 'after';
}

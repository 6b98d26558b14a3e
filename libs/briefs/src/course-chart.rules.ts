import { Temporal } from 'temporal-polyfill';
import type { CheckInChart, CheckInPoint } from './check-in-chart.rules.js';

/** From the first thing there is until today: nothing is left out, days without a check-in stay gaps. */
export function courseChart(
  oldestFirst: readonly CheckInPoint[],
  sessions: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): CheckInChart {
  const given = oldestFirst.filter(({ ease, energy, sleep, crowded }) =>
    [ease, energy, sleep, crowded].some((step) => step !== null),
  );
  // The last of a day stands for it.
  const points = [...new Map(given.map((point) => [point.on.toString(), point])).values()].sort((a, b) =>
    Temporal.PlainDate.compare(a.on, b.on),
  );
  const marks = [...sessions].sort((a, b) => Temporal.PlainDate.compare(a, b));
  const firsts = [marks[0], points[0]?.on, today].filter((date) => date !== undefined);
  const from = firsts.reduce((one, other) => (Temporal.PlainDate.compare(one, other) <= 0 ? one : other));
  return { from, to: today, sessions: marks, points };
}

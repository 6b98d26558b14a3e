import type { Temporal } from 'temporal-polyfill';

/** Days the chart shows before the earliest session in reach. */
const DAYS_BEFORE = 5;

export interface CheckIns {
  ease: number | null;
  energy: number | null;
  sleep: number | null;
  crowded: number | null;
}

export interface CheckInPoint extends CheckIns {
  /** Calendar date on the client's clock. */
  on: Temporal.PlainDate;
  reflectionId: string;
}

export interface CheckInChart {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  sessions: Temporal.PlainDate[];
  /** One a day at most: the last that was given. Days without one stay gaps. */
  points: CheckInPoint[];
}

/** The check-ins around the sessions in reach, until today. */
export function checkInChart(
  points: readonly CheckInPoint[],
  sessions: readonly Temporal.PlainDate[],
  today: Temporal.PlainDate,
): CheckInChart {
  const given = points.filter((point) =>
    [point.ease, point.energy, point.sleep, point.crowded].some((step) => step !== null),
  );
  const byDay = new Map(given.map((point) => [point.on.toString(), point]));
  const firsts = [...sessions, ...given.map((point) => point.on)].sort(byDate);
  const firstSession = [...sessions].sort(byDate)[0];
  const from = firstSession ? firstSession.subtract({ days: DAYS_BEFORE }) : (firsts[0] ?? today);
  return {
    from,
    to: today,
    sessions: [...sessions].sort(byDate),
    points: [...byDay.values()]
      .filter((point) => byDate(point.on, from) >= 0)
      .sort((a, b) => byDate(a.on, b.on)),
  };
}

function byDate(a: Temporal.PlainDate, b: Temporal.PlainDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

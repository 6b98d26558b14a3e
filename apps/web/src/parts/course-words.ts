import { say } from '../words.js';

/** "Day 5 after session 3 of 6"; the total only where sessions are planned beyond it. */
export function dayWords(
  session: { dayNumber: number; numberInSeries: number; plannedInSeries: number } | null,
): string {
  if (!session) return say('day.none');
  const { dayNumber, numberInSeries, plannedInSeries } = session;
  const code = dayNumber === 0 ? 'day.onSession' : 'day.after';
  return say(code, {
    day: dayNumber,
    session: numberInSeries,
    planned: Math.max(plannedInSeries, numberInSeries),
  });
}

/** "in 24 minutes", "2 hours ago", "now": beside the absolute time, never instead of it. */
export function fromNow(minutes: number): string {
  const size = Math.abs(minutes);
  if (size < 1) return say('when.now');
  const unit = size < 60 ? 'minutes' : size < 36 * 60 ? 'hours' : 'days';
  const n = unit === 'minutes' ? size : Math.round(size / (unit === 'hours' ? 60 : 1440));
  return say(`when.${minutes > 0 ? 'in' : 'ago'}.${unit}` as const, { n });
}

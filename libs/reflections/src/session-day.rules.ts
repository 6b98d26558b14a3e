import { Temporal } from 'temporal-polyfill';
import { localDate } from '@app/platform/clock/local-days.rules.js';

/**
 * Whole calendar days, on the client's clock, from the latest session held before an instant; the day of the
 * session is 0. Null when no session came before.
 */
export function sessionDayNumber(
  sessionsHeldAt: readonly Temporal.Instant[],
  timeZone: string,
  at: Temporal.Instant,
): number | null {
  const before = sessionsHeldAt.filter((heldAt) => Temporal.Instant.compare(heldAt, at) <= 0);
  if (before.length === 0) return null;
  const latest = before.reduce((one, other) => (Temporal.Instant.compare(one, other) >= 0 ? one : other));
  return localDate(latest, timeZone).until(localDate(at, timeZone), { largestUnit: 'days' }).days;
}

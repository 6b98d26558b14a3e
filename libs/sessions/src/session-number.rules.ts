import { Temporal } from 'temporal-polyfill';
import type { KetamineSessionStatus } from './session.types.js';

interface NumberedSession {
  id: string;
  seriesId: string;
  status: KetamineSessionStatus;
  heldAt: Temporal.Instant;
}

/**
 * Its place in the series, from 1, in the order of time. What was cancelled or missed takes no number from
 * the others, and shows the one it would have had.
 */
export function numberInSeries(session: NumberedSession, all: readonly NumberedSession[]): number {
  const before = all.filter(
    (one) =>
      one.id !== session.id &&
      one.seriesId === session.seriesId &&
      (one.status === 'planned' || one.status === 'completed') &&
      isBefore(one, session),
  );
  return before.length + 1;
}

function isBefore(a: NumberedSession, b: NumberedSession): boolean {
  const order = Temporal.Instant.compare(a.heldAt, b.heldAt);
  return order < 0 || (order === 0 && a.id < b.id);
}

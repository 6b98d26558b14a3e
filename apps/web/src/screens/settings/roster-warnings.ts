import type { RosterKind } from '../../api-client/views-clinic.js';
import type { RosterValues } from './roster-draft.js';

export type RosterWarning = 'gone' | 'nobody' | 'no-mornings';

/** Monday to Thursday. */
const LAST_MORNING = 4;

/**
 * What saving a roster as it is written would lead to, so that it is read before. `staffIds`: who works here now.
 * The server decides: it refuses people who have left, and asks PHQ-8 where no morning is staffed.
 */
export function rosterWarnings(
  kind: RosterKind,
  { responderId, backupId, leadId, openFrom, openTo, openDays }: RosterValues,
  staffIds: readonly string[],
): RosterWarning[] {
  const named = [responderId, backupId, leadId].filter(Boolean);
  const isHere = (id: string) => staffIds.includes(id);
  const people: RosterWarning[] = !named.some(isHere) ? ['nobody'] : named.every(isHere) ? [] : ['gone'];
  const [from, to] = [openFrom < '08:00' ? '08:00' : openFrom, openTo > '12:00' ? '12:00' : openTo];
  const hasMornings =
    openFrom !== '' && openTo !== '' && from < to && openDays.some((day) => day <= LAST_MORNING);
  return [...people, ...(kind === 'psychological' && !hasMornings ? (['no-mornings'] as const) : [])];
}

import { Temporal } from 'temporal-polyfill';
import type { Absence } from './absence.entity.js';
import { absenceState, type AbsenceState } from './absence.rules.js';

export class AbsenceView {
  id!: string;
  version!: number;
  staffMemberId!: string;
  name!: string;
  /** Reads for their clients meanwhile. */
  coverId!: string;
  coverName!: string;
  /** First and last day away, `YYYY-MM-DD`. */
  fromOn!: string;
  untilOn!: string;
  state!: AbsenceState;
}

export function absenceView(
  absence: Absence,
  staffNames: ReadonlyMap<string, string>,
  now: Temporal.Instant,
): AbsenceView {
  const { id, version, staffMemberId, coverId, fromOn, untilOn } = absence;
  return {
    id,
    version,
    staffMemberId,
    name: staffNames.get(staffMemberId) ?? '',
    coverId,
    coverName: staffNames.get(coverId) ?? '',
    fromOn,
    untilOn,
    state: absenceState(absence, now),
  };
}

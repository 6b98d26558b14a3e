import { Temporal } from 'temporal-polyfill';
import { type StaffStanding, treatsNow } from '../staff/staff-changes.rules.js';

/** Longest absence, in days: whoever is away for longer hands their clients over for good. */
export const ABSENCE_MAX_DAYS = 92;

/** Two calendar dates, `YYYY-MM-DD`, both away. */
export interface DaysAway {
  fromOn: string;
  untilOn: string;
}

/** From the start up to, not including, the end. */
export interface TimeAway {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** An absence as the rules see it. */
export interface KnownAbsence extends TimeAway {
  staffMemberId: string;
  coverId: string;
  endedAt: Temporal.Instant | null;
}

export interface WantedAbsence extends DaysAway {
  staffMemberId: string;
  coverId: string;
}

export type AbsenceState = 'ahead' | 'now' | 'over';

interface FieldTrouble {
  field: 'staffMemberId' | 'coverId' | 'fromOn' | 'untilOn';
  code: string;
  params: Record<string, string | number>;
}

/** Midnight to midnight on the clock of the zone: from the start of the first day to the start of the day after. */
export function timeAway({ fromOn, untilOn }: DaysAway, timeZone: string): TimeAway {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
  return {
    startsAt: startOf(Temporal.PlainDate.from(fromOn)),
    endsAt: startOf(Temporal.PlainDate.from(untilOn).add({ days: 1 })),
  };
}

export function absenceState(
  { startsAt, endsAt, endedAt }: Pick<KnownAbsence, 'startsAt' | 'endsAt' | 'endedAt'>,
  now: Temporal.Instant,
): AbsenceState {
  if (endedAt || !isBefore(now, endsAt)) return 'over';
  return isBefore(now, startsAt) ? 'ahead' : 'now';
}

/** What is wrong with the people and days of a wanted absence, as a field error; null when all is well. */
export function absenceTrouble(
  wanted: WantedAbsence,
  staff: readonly StaffStanding[],
  known: readonly KnownAbsence[],
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
): FieldTrouble | null {
  const { staffMemberId, coverId, fromOn, untilOn } = wanted;
  const treats = (wantedId: string) => staff.some((one) => one.id === wantedId && treatsNow(one));
  if (!treats(staffMemberId)) return { field: 'staffMemberId', code: 'notTreating', params: {} };
  if (coverId === staffMemberId) return { field: 'coverId', code: 'somebodyElse', params: {} };
  if (!treats(coverId)) return { field: 'coverId', code: 'notTreating', params: {} };
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const [from, until] = [Temporal.PlainDate.from(fromOn), Temporal.PlainDate.from(untilOn)];
  if (Temporal.PlainDate.compare(from, today) < 0) return { field: 'fromOn', code: 'inThePast', params: {} };
  const latest = from.add({ days: ABSENCE_MAX_DAYS - 1 });
  const params = { from: from.toString(), to: latest.toString() };
  if (Temporal.PlainDate.compare(until, from) < 0)
    return { field: 'untilOn', code: 'dateOutOfRange', params };
  if (Temporal.PlainDate.compare(until, latest) > 0) {
    return { field: 'untilOn', code: 'awayTooLong', params: { days: ABSENCE_MAX_DAYS, to: params.to } };
  }
  const away = timeAway(wanted, timeZone);
  const isAwayThen = known.some((one) => one.staffMemberId === coverId && overlaps(one, away));
  return isAwayThen ? { field: 'coverId', code: 'awayThen', params: {} } : null;
}

/** Why the absence does not go together with those that stand, or null. */
export function absenceConflict(
  staffMemberId: string,
  away: TimeAway,
  known: readonly KnownAbsence[],
): 'already-exists' | 'covers-somebody' | null {
  const then = known.filter((one) => overlaps(one, away));
  if (then.some((one) => one.staffMemberId === staffMemberId)) return 'already-exists';
  return then.some((one) => one.coverId === staffMemberId) ? 'covers-somebody' : null;
}

/** What was ended early takes up no time any more. */
function overlaps(absence: KnownAbsence, away: TimeAway): boolean {
  if (absence.endedAt) return false;
  return isBefore(absence.startsAt, away.endsAt) && isBefore(away.startsAt, absence.endsAt);
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

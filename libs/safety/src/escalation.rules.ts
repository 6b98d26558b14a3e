import { Temporal } from 'temporal-polyfill';
import { afterOpenMinutes, type ClinicHours, endOfOpenDay } from './clinic-hours.rules.js';
import type { FlagColour, FlagKind } from './flag.types.js';

/** What the timers of an open flag know of it. */
export interface FlagClock {
  kind: FlagKind;
  colour: FlagColour;
  raisedAt: Temporal.Instant;
  /** Since when it is red: since it was raised, or since it rose. Null while it is amber. */
  redSince: Temporal.Instant | null;
  /** Amber until then, unless the client answers before. */
  settlesAt: Temporal.Instant | null;
  /** "I will call by …"; null while nobody has claimed it. */
  callBy: Temporal.Instant | null;
  /** What was set down last as the time of the next step; null where nothing was to follow. */
  escalateAt: Temporal.Instant | null;
}

/**
 * What an overdue flag is due for: to turn red, to be told further because a mail server did not take the notice,
 * because nobody claimed it, or because the call that was promised did not lead to a closing.
 */
export type EscalationStep = 'settles' | 'not-accepted' | 'unclaimed' | 'overdue';

/** A mail server has so long to accept the notice of a red flag. */
export const ACCEPTED_WITHIN_MINUTES = 2;

/** So long in hours a red flag may stand without a claim before the lead is told. */
export const CLAIMED_WITHIN_MINUTES = 30;

/** How often a broken promise is told again, in hours. */
export const LATE_AGAIN_MINUTES = 60;

/** When the first step of a flag is due that was raised, rose or was claimed just now. Null: never. */
export function firstEscalation(
  flag: Omit<FlagClock, 'escalateAt'>,
  hours: ClinicHours,
): Temporal.Instant | null {
  // Words that may mean nothing tell the responder once and go no further by themselves.
  if (flag.kind === 'phrase') return null;
  if (flag.settlesAt) return flag.settlesAt;
  if (flag.callBy) return flag.callBy;
  return flag.redSince ? mailWatchEnds(flag.redSince) : endOfDayOf(hours, flag.raisedAt);
}

/** What turning red does to an amber flag: its clock begins anew, and a promise made of an amber one is not enough. */
export function risenAt(now: Temporal.Instant) {
  return {
    colour: 'red' as const,
    settlesAt: null,
    escalateAt: mailWatchEnds(now),
    acknowledgedAt: null,
    acknowledgedBy: null,
    callBy: null,
  };
}

/** What a flag is due for now; null where nothing is. */
export function stepDue(flag: FlagClock, hours: ClinicHours, now: Temporal.Instant): EscalationStep | null {
  const { kind, settlesAt, callBy, redSince, escalateAt } = flag;
  if (kind === 'phrase' || !escalateAt || Temporal.Instant.compare(escalateAt, now) > 0) return null;
  if (settlesAt) return 'settles';
  if (callBy) return 'overdue';
  const isWatchingMail = redSince !== null && isNotAfter(escalateAt, mailWatchEnds(redSince));
  // After an outage both may have passed: the lead is told once, of the longer wait.
  return isWatchingMail && !isNotAfter(unclaimedAt(redSince, hours), now) ? 'not-accepted' : 'unclaimed';
}

/** When the step after this one is due. Null: no further one. */
export function nextEscalation(
  step: EscalationStep,
  { redSince }: Pick<FlagClock, 'redSince'>,
  hours: ClinicHours,
  now: Temporal.Instant,
): Temporal.Instant | null {
  switch (step) {
    // It has turned red just now: its clock begins.
    case 'settles':
      return mailWatchEnds(now);
    case 'not-accepted':
      return unclaimedAt(redSince ?? now, hours);
    case 'unclaimed':
      return null;
    case 'overdue':
      return inHours(hours, now, LATE_AGAIN_MINUTES);
  }
}

function mailWatchEnds(redSince: Temporal.Instant): Temporal.Instant {
  return redSince.add({ minutes: ACCEPTED_WITHIN_MINUTES });
}

function unclaimedAt(redSince: Temporal.Instant, hours: ClinicHours): Temporal.Instant {
  return inHours(hours, redSince, CLAIMED_WITHIN_MINUTES);
}

/** Where no day is ever open, waiting for hours would be waiting for ever: the minutes run. */
function inHours(hours: ClinicHours, from: Temporal.Instant, minutes: number): Temporal.Instant {
  return afterOpenMinutes(hours, from, minutes) ?? from.add({ minutes });
}

/** Amber is for the same day; where no day is ever open, for as long as a day has. */
function endOfDayOf(hours: ClinicHours, raisedAt: Temporal.Instant): Temporal.Instant {
  return endOfOpenDay(hours, raisedAt) ?? raisedAt.add({ hours: 24 });
}

function isNotAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) <= 0;
}

import type { Temporal } from 'temporal-polyfill';
import type { Pace } from '@app/clients/client.types.js';
import type { PlanStepSpec, StepPriority } from '@app/plans/plan-step.types.js';
import type { KetamineSessionStatus } from '@app/sessions/session.types.js';
import type { StaffedMornings } from './staffed-mornings.rules.js';

/** See SCHEDULING in docs: open, closed by the client, closed by time, not sent by choice. */
export type PromptStatus =
  | 'scheduled'
  | 'sent'
  | 'answered'
  | 'skipped'
  | 'expired'
  | 'missed'
  | 'cancelled'
  | 'withdrawn'
  | 'rested'
  | 'superseded'
  | 'suppressed';

export interface ScheduledPlan {
  planId: string;
  /** The instant the plan went live: nothing nominal before it is made. */
  liveFrom: Temporal.Instant;
  steps: readonly PlanStepSpec[];
}

export interface SessionMark {
  id: string;
  seriesId: string;
  status: KetamineSessionStatus;
  heldAt: Temporal.Instant;
}

export interface AppointmentMark {
  id: string;
  status: 'booked' | 'cancelled';
  startsAt: Temporal.Instant;
}

/** The client's wish for no prompts; open-ended when `until` is null. */
export interface Rest {
  from: Temporal.Instant;
  until: Temporal.Instant | null;
}

/**
 * What was decided or done for one key before; hold, move, snooze and staff cancel survive recomputation.
 * A prompt whose mailing is `sending` or `unknown` is passed as `sent`, with the date it was handed over on.
 * Prompts of earlier plans belong here too: what they sent holds its day.
 */
export interface PastPrompt {
  key: string;
  status: PromptStatus;
  /** Local date (client's zone) its first mailing was sent on, `YYYY-MM-DD`. */
  sentOn: string | null;
  /** The instant it stood at when it was sent: on the day of a clock change a date says too little. */
  plannedFor?: Temporal.Instant | null;
  /** A staff dispatch or the client's own snooze does not count for the day and the week. */
  countsForDay: boolean;
  priority: StepPriority;
  /** Staff moved it to this instant (the nominal instant becomes this one). */
  movedTo: Temporal.Instant | null;
  /**
   * Local date its nudge was sent on. A nudge that is only planned holds no day: `nudgeFor` plans it again
   * around the prompts and drops it when its day is taken.
   */
  nudgedOn: string | null;
}

/** Everything about the client's time that the schedule reads. */
export interface ClientClock {
  timeZone: string;
  /** `HH:MM`; quiet from this time until `quietTo`, on the client's clock; at least 4 hours stay open. */
  quietFrom: string;
  quietTo: string;
  pace: Pace;
  rest: Rest | null;
  openSeriesId: string | null;
  /** Null: nobody answers safety flags, so a measure is asked without its question about safety, and waits for nobody. */
  staffedMornings: StaffedMornings | null;
  /** Somebody stands on both rosters: false keeps safety checks from leaving. */
  rostersStand: boolean;
  past: readonly PastPrompt[];
}

/**
 * Every reason the schedule can give. Dates are `YYYY-MM-DD` and times `HH:MM`, on the client's clock.
 * The first block says what a prompt is relative to (always one of these, and first in the list), the second
 * what moved it, the third why it does not go, the last is worth knowing and moved nothing.
 */
export type ReasonCode =
  | 'days-after-session' // {days}, 0 is the same day
  | 'days-before-session' // {days}
  | 'eve-of-appointment' // {}
  | 'days-before-appointment' // {days}, 0 or 2 and more
  | 'rhythm' // {everyDays}
  | 'series-rhythm' // {everyDays}
  | 'nudge' // {days}
  | 'moved-by-staff' // {on, at}
  | 'same-day-after-session' // {hours, from, to}: not earlier than so many hours after the session
  | 'clock-change' // {from, to}: the time does not exist on that day
  | 'quiet-hours' // {from, to}
  | 'staffed-morning' // {on, at}: it goes out on mornings on which somebody answers a flag
  | 'missed-window' // {on}
  | 'day-taken' // {on}
  | 'week-full' // {on}
  | 'too-late' // {}: no free day before its limit
  | 'no-staffed-morning' // {}: none before its limit
  | 'reaches-over-session' // {days, on}: what a measure asks about would take in the session of that day
  | 'without-safety-item' // {}: no morning is staffed, so PHQ-9 goes out as PHQ-8
  | 'empty-roster' // {}: it waits until somebody stands on both rosters
  | 'resting' // {}
  | 'resting-until' // {on}
  | 'clock-change-twice' // {at}: the time occurs twice on that day, this is the earlier
  | 'first-after-clock-change'; // {at, direction: 'back' | 'forward'}

/** Why a prompt stands where it stands: a code of the catalogue and its parameters, worded at the edge. */
export interface Reason {
  code: ReasonCode;
  params: Record<string, string | number>;
}

/** One prompt as the schedule wants it. */
export interface PlannedPrompt {
  /** `<stepId>/<anchorId>/<occurrence>` */
  key: string;
  stepId: string;
  anchorId: string;
  occurrence: number;
  status: 'scheduled' | 'rested' | 'superseded';
  /** Lateness counts from here. */
  nominalAt: Temporal.Instant;
  sendAt: Temporal.Instant;
  /** End of the open window in which it may be claimed. */
  sendUntil: Temporal.Instant;
  /**
   * nominalAt + lateness, and no later than 1 hour before the appointment, or the session, that a step
   * leads up to. For a safety check, days taken by other prompts do not count as lateness.
   */
  limitAt: Temporal.Instant;
  /** Claimed only once this ketamine session is completed. */
  needsSessionId: string | null;
  priority: StepPriority;
  /** `sendAt` on the client's clock, e.g. `2026-11-02T08:30`, for wording at the edge. */
  localTime: string;
  reasons: readonly Reason[];
}

import type { Pace } from '@app/clients/client.types.js';

/**
 * What a step is relative to.
 * - `first-session`: the earliest session of the open series that is planned or completed (days ≤ 0).
 * - `every-session`: every ketamine session of the client.
 * - `latest-session`: the arc: the latest completed session of the open series; while none is completed,
 *   its earliest planned one.
 * - `next-appointment`: every booked appointment ahead (days ≤ 0).
 * - `rhythm`: a calendar rhythm from the day of the latest completed session, every `everyDays` days.
 * - `series-rhythm`: a calendar rhythm from the day of the first session of the open series, until 6 days after its
 *   last one, planned or completed; it does not begin anew with every session (docs/adr/0013).
 */
export type AnchorKind =
  'first-session' | 'every-session' | 'latest-session' | 'next-appointment' | 'rhythm' | 'series-rhythm';

/** Order in which prompts keep their day when two fall on one; safety checks come first. */
export type StepPriority = 'safety-check' | 'appointment-eve' | 'measure' | 'arc' | 'rhythm';

/** One step of a plan, as the schedule rules read it. */
export interface PlanStepSpec {
  /** Survives new versions of the plan. */
  stepId: string;
  anchor: AnchorKind;
  /** Calendar days from the anchor's local date; negative is before. For a rhythm: the first occurrence. */
  days: number;
  /** Only for `rhythm` and `series-rhythm`: the period in days, at least 7. */
  everyDays?: number;
  /** `HH:MM` on the client's clock. */
  localTime: string;
  /** Hours after the nominal instant at which it is too late to send, 1 to 336. */
  latenessHours: number;
  /** One nudge, this many days after the first mailing, when nothing came back. */
  nudgeAfterDays?: number;
  /** Days it stays open after it was sent, 1 to 28. Absent: 14. */
  openDays?: number;
  slowestPace: Pace;
  priority: StepPriority;
  /** Information only: nothing is asked. */
  informationOnly?: boolean;
  /** Asks about safety by a measure: goes out only on mornings on which somebody answers a flag. */
  staffedMornings?: true;
  /** A measure asks about so many days back, which must not reach over a session. Absent: it asks about no window. */
  recallDays?: number;
  /** Its window may reach over sessions: the author chose so, and its result says so. */
  midSeries?: true;
}

/** A step of a plan template: a version of a prompt template, a starter's code or the id of the clinic's own, and when. */
export interface PlanTemplateStep {
  prompt: { code: string; version: number };
  spec: Omit<PlanStepSpec, 'stepId'>;
}

/** What a version of a plan template holds. */
export interface PlanContent {
  title: string;
  steps: readonly PlanTemplateStep[];
}

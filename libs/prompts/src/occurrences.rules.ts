import type { Pace } from '@app/clients/client.types.js';
import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { type Anchor, anchorsOf, type Course, SERIES_ENDS_DAYS_AFTER } from './anchors.rules.js';
import { type DayNumber, HOUR_MS, type LocalTime, minutesOf } from './local-time.rules.js';
import type { PastPrompt, Reason, ScheduledPlan } from './prompt-schedule.types.js';
import { baseReason, clockReasons, movedReason, sameDayReason } from './reasons.rules.js';
import { isRhythm, periodOf } from './rhythm.rules.js';

/** Rows reach this many local dates ahead. */
export const HORIZON_DAYS = 60;
export const SAME_DAY_HOURS = 3;

/** Longest lateness (14 days) and the longest a safety check is carried (14 days) together reach back so far. */
const REACH_BACK_DAYS = 31;
const PACES: readonly Pace[] = ['gentle', 'steady', 'often'];

/** One step falling due once: the client's wish for a day and a time, before quiet hours and caps. */
export interface Occurrence {
  key: string;
  step: PlanStepSpec;
  anchorId: string;
  occurrence: number;
  needsSessionId: string | null;
  nominalMs: number;
  limitMs: number;
  /** Its own time on any other day it may be moved to, in minutes after midnight. */
  ownMinute: number;
  /** What it is relative to, and what moved it before quiet hours and caps. */
  reasons: readonly Reason[];
}

/** The marks that staff left on keys: where a prompt was moved to, in epoch milliseconds. */
type Moves = ReadonlyMap<string, number>;

/** Everything a plan asks for between the longest lateness back and the horizon, unordered. */
export function occurrencesOf(
  plan: ScheduledPlan,
  course: Course,
  pace: Pace,
  past: readonly PastPrompt[],
  local: LocalTime,
  nowMs: number,
): Occurrence[] {
  const today = local.dayOf(nowMs);
  const moves: Moves = new Map(
    past.flatMap(({ key, movedTo }) => (movedTo ? [[key, movedTo.epochMilliseconds] as const] : [])),
  );
  const isInReach = ({ nominalMs, limitMs }: Occurrence) => {
    const day = local.dayOf(nominalMs);
    const isNear = day >= today - REACH_BACK_DAYS && day <= today + HORIZON_DAYS;
    return isNear && nominalMs >= plan.liveFrom.epochMilliseconds && nominalMs < limitMs;
  };
  return plan.steps
    .filter((step) => isAskedAt(step, pace))
    .flatMap((step) =>
      anchorsOf(step, course).flatMap((anchor) => {
        const anchorDay = local.dayOf(anchor.atMs);
        return occurrenceNumbers(step, anchor, anchorDay, today, moves)
          .filter((occurrence) => isWithinSeries(planDayOf(step, anchorDay, occurrence), anchor, local))
          .map((occurrence) => occurrenceOf(step, anchor, anchorDay, occurrence, moves, local))
          .filter(isInReach);
      }),
    );
}

/** A client who wants to be asked more often is asked everything a slower pace asks, and more. */
export function isAskedAt(step: PlanStepSpec, pace: Pace): boolean {
  return PACES.indexOf(pace) >= PACES.indexOf(step.slowestPace);
}

function occurrenceNumbers(
  step: PlanStepSpec,
  anchor: Anchor,
  anchorDay: DayNumber,
  today: DayNumber,
  moves: Moves,
): number[] {
  const first = anchorDay + step.days;
  const numbers = new Set<number>();
  if (!isRhythm(step)) {
    // A same-day step late in the evening may slip over midnight, hence one day more.
    if (first >= today - REACH_BACK_DAYS - 1 && first <= today + HORIZON_DAYS) numbers.add(0);
  } else {
    const period = periodOf(step);
    const from = Math.max(0, Math.ceil((today - REACH_BACK_DAYS - first) / period));
    for (let number = from; first + number * period <= today + HORIZON_DAYS; number += 1) numbers.add(number);
  }
  const prefix = keyOf(step, anchor, '');
  for (const key of moves.keys()) if (key.startsWith(prefix)) numbers.add(Number(key.slice(prefix.length)));
  return [...numbers];
}

function occurrenceOf(
  step: PlanStepSpec,
  anchor: Anchor,
  anchorDay: DayNumber,
  occurrence: number,
  moves: Moves,
  local: LocalTime,
): Occurrence {
  const key = keyOf(step, anchor, occurrence);
  const reasons: Reason[] = [baseReason(step)];
  const planDay = planDayOf(step, anchorDay, occurrence);
  const movedTo = moves.get(key);
  let ownMinute = minutesOf(step.localTime);
  let nominalMs = local.at(planDay, ownMinute);
  if (movedTo !== undefined) {
    nominalMs = movedTo;
    ownMinute = local.minuteOf(movedTo);
    reasons.push(movedReason(movedTo, local));
  } else {
    reasons.push(...clockReasons(planDay, ownMinute, nominalMs, local));
  }
  const isSameDay = anchor.needsSessionId !== null && (step.days === 0 || movedTo !== undefined);
  const earliestMs = anchor.atMs + SAME_DAY_HOURS * HOUR_MS;
  if (isSameDay && nominalMs < earliestMs) {
    reasons.push(sameDayReason(SAME_DAY_HOURS, nominalMs, earliestMs, local));
    nominalMs = earliestMs;
  }
  const limitMs = Math.min(nominalMs + step.latenessHours * HOUR_MS, anchor.endsMs ?? Infinity);
  const { id: anchorId, needsSessionId } = anchor;
  return { key, step, anchorId, occurrence, needsSessionId, nominalMs, limitMs, ownMinute, reasons };
}

function planDayOf(step: PlanStepSpec, anchorDay: DayNumber, occurrence: number): DayNumber {
  return anchorDay + step.days + (isRhythm(step) ? occurrence * periodOf(step) : 0);
}

function isWithinSeries(planDay: DayNumber, { lastMs }: Anchor, local: LocalTime): boolean {
  return lastMs === null || planDay <= local.dayOf(lastMs) + SERIES_ENDS_DAYS_AFTER;
}

function keyOf(step: PlanStepSpec, anchor: Anchor, occurrence: number | ''): string {
  return `${step.stepId}/${anchor.id}/${occurrence}`;
}

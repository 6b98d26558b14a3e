import type { Pace, PlanStepSpec } from '@app/plans/plan-step.types.js';
import { type Anchor, anchorsOf, type Course } from './anchors.rules.js';
import { clockTime, type DayNumber, HOUR_MS, type LocalTime, minutesOf } from './local-time.rules.js';
import type { PastPrompt, Reason, ScheduledPlan } from './prompt-schedule.types.js';

/** Rows reach this many local dates ahead. */
export const HORIZON_DAYS = 60;
export const SAME_DAY_HOURS = 3;

/** Longest lateness (14 days) and the longest a safety check is carried (14 days) together reach back so far. */
const REACH_BACK_DAYS = 31;
const SHORTEST_RHYTHM_DAYS = 7;
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
      anchorsOf(step, course, nowMs).flatMap((anchor) => {
        const anchorDay = local.dayOf(anchor.atMs);
        return occurrenceNumbers(step, anchor, anchorDay, today, moves)
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
  if (step.anchor !== 'rhythm') return [0];
  const period = periodOf(step);
  const first = anchorDay + step.days;
  const numbers = new Set<number>();
  const from = Math.max(0, Math.ceil((today - REACH_BACK_DAYS - first) / period));
  for (let number = from; first + number * period <= today + HORIZON_DAYS; number += 1) numbers.add(number);
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
  const planDay = anchorDay + step.days + (step.anchor === 'rhythm' ? occurrence * periodOf(step) : 0);
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
    const [from, to] = [nominalMs, earliestMs].map((ms) => clockTime(local.minuteOf(ms)));
    reasons.push({ code: 'same-day-after-session', params: { hours: SAME_DAY_HOURS, from: from!, to: to! } });
    nominalMs = earliestMs;
  }
  const limitMs = Math.min(nominalMs + step.latenessHours * HOUR_MS, anchor.endsMs ?? Infinity);
  const { id: anchorId, needsSessionId } = anchor;
  return { key, step, anchorId, occurrence, needsSessionId, nominalMs, limitMs, ownMinute, reasons };
}

/** What a clock change does to a wall-clock time on one day; empty on every other day. */
export function clockReasons(day: DayNumber, minute: number, ms: number, local: LocalTime): Reason[] {
  if (local.isPlain(day)) return [];
  const landed = local.minuteOf(ms);
  const from = clockTime(minute);
  if (landed !== minute) return [{ code: 'clock-change', params: { from, to: clockTime(landed) } }];
  if (local.at(day, minute, 'later') === ms) return [];
  return [{ code: 'clock-change-twice', params: { at: from } }];
}

function baseReason({ anchor, days, everyDays }: PlanStepSpec): Reason {
  switch (anchor) {
    case 'rhythm':
      return { code: 'rhythm', params: { everyDays: periodOf({ everyDays }) } };
    case 'next-appointment':
      if (days === -1) return { code: 'eve-of-appointment', params: {} };
      return { code: 'days-before-appointment', params: { days: Math.abs(days) } };
    case 'first-session':
      return { code: 'days-before-session', params: { days: Math.abs(days) } };
    case 'every-session':
    case 'latest-session':
      return { code: days < 0 ? 'days-before-session' : 'days-after-session', params: { days: Math.abs(days) } };
  }
}

function movedReason(movedTo: number, local: LocalTime): Reason {
  const on = local.isoOf(local.dayOf(movedTo));
  return { code: 'moved-by-staff', params: { on, at: clockTime(local.minuteOf(movedTo)) } };
}

function periodOf({ everyDays }: Pick<PlanStepSpec, 'everyDays'>): number {
  return Math.max(SHORTEST_RHYTHM_DAYS, everyDays ?? SHORTEST_RHYTHM_DAYS);
}

function keyOf(step: PlanStepSpec, anchor: Anchor, occurrence: number | ''): string {
  return `${step.stepId}/${anchor.id}/${occurrence}`;
}

import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { clockTime, type DayNumber, type LocalTime } from './local-time.rules.js';
import type { Reason } from './prompt-schedule.types.js';
import { periodOf } from './rhythm.rules.js';
import type { StaffedMornings } from './staffed-mornings.rules.js';

/** What a clock change does to a wall-clock time on one day; empty on every other day. */
export function clockReasons(day: DayNumber, minute: number, ms: number, local: LocalTime): Reason[] {
  if (local.isPlain(day)) return [];
  const landed = local.minuteOf(ms);
  const from = clockTime(minute);
  if (landed !== minute) return [{ code: 'clock-change', params: { from, to: clockTime(landed) } }];
  if (local.at(day, minute, 'later') === ms) return [];
  return [{ code: 'clock-change-twice', params: { at: from } }];
}

/** What a step is relative to: every prompt has one, first in its list. */
export function baseReason(step: PlanStepSpec): Reason {
  const { anchor, days } = step;
  switch (anchor) {
    case 'rhythm':
      return { code: 'rhythm', params: { everyDays: periodOf(step) } };
    case 'series-rhythm':
      return { code: 'series-rhythm', params: { everyDays: periodOf(step) } };
    case 'next-appointment':
      if (days === -1) return { code: 'eve-of-appointment', params: {} };
      return { code: 'days-before-appointment', params: { days: Math.abs(days) } };
    case 'first-session':
      return { code: 'days-before-session', params: { days: Math.abs(days) } };
    case 'every-session':
    case 'latest-session':
      return {
        code: days < 0 ? 'days-before-session' : 'days-after-session',
        params: { days: Math.abs(days) },
      };
  }
}

export function movedReason(movedTo: number, local: LocalTime): Reason {
  const on = local.isoOf(local.dayOf(movedTo));
  return { code: 'moved-by-staff', params: { on, at: clockTime(local.minuteOf(movedTo)) } };
}

export function sameDayReason(hours: number, fromMs: number, toMs: number, local: LocalTime): Reason {
  const from = clockTime(local.minuteOf(fromMs));
  return { code: 'same-day-after-session', params: { hours, from, to: clockTime(local.minuteOf(toMs)) } };
}

export function staffedReason(toMs: number, local: LocalTime): Reason {
  const on = local.isoOf(local.dayOf(toMs));
  return { code: 'staffed-morning', params: { on, at: clockTime(local.minuteOf(toMs)) } };
}

/** Where no morning is staffed at all, it waits for none, and is asked without what it would have waited for. */
export function unstaffedReasons(step: PlanStepSpec, mornings: StaffedMornings | null): readonly Reason[] {
  return step.staffedMornings && !mornings ? [{ code: 'without-safety-item', params: {} }] : [];
}

export function recallReason(days: number, session: DayNumber, local: LocalTime): Reason {
  return { code: 'reaches-over-session', params: { days, on: local.isoOf(session) } };
}

export function quietReason(fromMs: number, toMs: number, local: LocalTime): Reason {
  const from = clockTime(local.minuteOf(fromMs));
  return { code: 'quiet-hours', params: { from, to: clockTime(local.minuteOf(toMs)) } };
}

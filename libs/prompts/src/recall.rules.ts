import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import type { DayNumber, LocalTime } from './local-time.rules.js';
import type { SessionMark } from './prompt-schedule.types.js';

/**
 * The latest session that a measure asked on this date would look back over: what somebody felt around a session
 * says nothing of how they have been. Null where there is none, where the author wants it in the middle of a
 * series, and for what is asked before the first session.
 */
export function sessionLookedBackOver(
  { anchor, recallDays, midSeries }: PlanStepSpec,
  day: DayNumber,
  sessions: readonly SessionMark[],
  local: LocalTime,
): DayNumber | null {
  if (!recallDays || midSeries || anchor === 'first-session') return null;
  const days = sessions
    .filter(({ status }) => status === 'planned' || status === 'completed')
    .map(({ heldAt }) => local.dayOf(heldAt.epochMilliseconds))
    // Both ends count, as in libs/measures: on day 15 two weeks are clear of it, on day 14 they are not.
    .filter((held) => held >= day - recallDays && held <= day);
  return days.length > 0 ? Math.max(...days) : null;
}

import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import { ledgerOf, takePlanned } from './day-caps.rules.js';
import { dayNumberOf, LocalTime, minutesOf } from './local-time.rules.js';
import { localTextOf } from './placement.rules.js';
import type { ClientClock, PlannedPrompt, Reason } from './prompt-schedule.types.js';
import { openHoursOf, openWindowFrom } from './quiet-hours.rules.js';
import { clockReasons, quietReason, staffedReason } from './reasons.rules.js';
import { restsAt } from './rest.rules.js';
import { isHeldBack, waitsForRosters } from './roster-hold.rules.js';
import { staffedWindowFrom } from './staffed-mornings.rules.js';

/** A prompt that was sent and may get a nudge; its past is found in the clock by its key. */
export interface NudgeCandidate {
  key: string;
  step: PlanStepSpec;
  /** When the prompt closes unanswered. */
  closesAt: Temporal.Instant;
}

/** The one nudge of a sent prompt. */
export interface PlannedNudge {
  key: string;
  sendAt: Temporal.Instant;
  sendUntil: Temporal.Instant;
  localTime: string;
  reasons: readonly Reason[];
}

/**
 * When the nudge of a sent prompt goes, at the step's own time; null when there is none. It never moves for
 * another mailing and no prompt moves for it: on a taken day, in a full week, in a rest or after its window it
 * is dropped. Call it again after every recomputation and take back the nudge it no longer gives.
 * @param planned the prompts of the same recomputation
 * @param otherNudges nudges already given to other prompts in it
 */
export function nudgeFor(
  candidate: NudgeCandidate,
  planned: readonly PlannedPrompt[],
  clock: ClientClock,
  now: Temporal.Instant,
  otherNudges: readonly PlannedNudge[] = [],
): PlannedNudge | null {
  const { key, step, closesAt } = candidate;
  const past = clock.past.find((prompt) => prompt.key === key);
  const days = step.nudgeAfterDays;
  if (days === undefined || step.informationOnly) return null;
  if (!clock.rostersStand && waitsForRosters(step)) return null;
  if (past?.status !== 'sent' || past.sentOn === null || past.nudgedOn !== null) return null;

  const local = LocalTime.of(clock.timeZone);
  const nowMs = now.epochMilliseconds;
  const wantedDay = dayNumberOf(past.sentOn) + days;
  const minute = minutesOf(step.localTime);
  const wantedMs = local.at(wantedDay, minute);
  const hours = openHoursOf(clock.quietFrom, clock.quietTo);
  const mornings = step.staffedMornings ? clock.staffedMornings : null;
  const window = mornings
    ? staffedWindowFrom(wantedMs, mornings, { hours, local })
    : openWindowFrom(wantedMs, hours, local);
  if (!window) return null;
  const sendMs = Math.max(wantedMs, window.startMs);
  const untilMs = Math.min(window.endMs, closesAt.epochMilliseconds);
  if (untilMs <= sendMs || untilMs <= nowMs || restsAt(clock.rest, Math.max(sendMs, nowMs))) return null;

  const ledger = ledgerOf(clock.past, local.dayOf(nowMs), local);
  takePlanned(
    ledger,
    planned.filter((prompt) => !isHeldBack(prompt)),
  );
  for (const other of otherNudges) ledger.take(dayNumberOf(other.localTime.slice(0, 10)));
  if (ledger.blockOn(window.day) !== null) return null;

  const reasons: Reason[] = [{ code: 'nudge', params: { days } }];
  reasons.push(...clockReasons(wantedDay, minute, wantedMs, local));
  if (sendMs > wantedMs) {
    reasons.push(mornings ? staffedReason(sendMs, local) : quietReason(wantedMs, sendMs, local));
  }
  return {
    key,
    sendAt: Temporal.Instant.fromEpochMilliseconds(sendMs),
    sendUntil: Temporal.Instant.fromEpochMilliseconds(untilMs),
    localTime: localTextOf(sendMs, local),
    reasons,
  };
}

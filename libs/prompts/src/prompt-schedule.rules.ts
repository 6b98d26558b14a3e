import type { StepPriority } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import { markFirstAfterClockChange } from './clock-change.rules.js';
import { ledgerOf } from './day-caps.rules.js';
import { LocalTime } from './local-time.rules.js';
import { type Occurrence, occurrencesOf } from './occurrences.rules.js';
import { localTextOf, naturalSlot, type PlacingClock, placementOf, type Slot } from './placement.rules.js';
import type {
  AppointmentMark,
  ClientClock,
  PlannedPrompt,
  PromptStatus,
  Reason,
  ScheduledPlan,
  SessionMark,
} from './prompt-schedule.types.js';
import { openHoursOf } from './quiet-hours.rules.js';
import { unstaffedReasons } from './reasons.rules.js';
import { restReason, restsAt } from './rest.rules.js';
import { isHeldBack, rosterReasons } from './roster-hold.rules.js';

const PRIORITIES: readonly StepPriority[] = ['safety-check', 'appointment-eve', 'measure', 'arc', 'rhythm'];

/** Once sent, or ended for good, a key is never planned again. */
const SETTLED: ReadonlySet<PromptStatus> = new Set<PromptStatus>([
  'sent',
  'answered',
  'skipped',
  'expired',
  'missed',
  'cancelled',
]);

/**
 * The schedule of one client: what a plan asks, when, and why then (SCHEDULING). Pure, and the same for any
 * order of its inputs; the preview and the rows that are sent both come from here.
 * @param now also decides what is already too late; rows reach HORIZON_DAYS local dates ahead of it
 * @returns every prompt still to come, by the time it is sent at
 * @throws RangeError for an unknown zone, a malformed time or quiet hours that leave less than 4 hours open
 */
export function promptsFor(
  plan: ScheduledPlan,
  sessions: readonly SessionMark[],
  appointments: readonly AppointmentMark[],
  clock: ClientClock,
  now: Temporal.Instant,
): PlannedPrompt[] {
  const { openSeriesId, pace, past, rest } = clock;
  const local = LocalTime.of(clock.timeZone);
  const nowMs = now.epochMilliseconds;
  const hours = openHoursOf(clock.quietFrom, clock.quietTo);
  const placing: PlacingClock = { local, nowMs, hours, mornings: clock.staffedMornings, sessions };
  const statusOf = new Map(past.map(({ key, status }) => [key, status]));
  const ledger = ledgerOf(past, local.dayOf(nowMs), local);

  const place = (due: Occurrence): PlannedPrompt[] => {
    const natural = naturalSlot(due, placing);
    if (!mayStand(statusOf.get(due.key), natural, nowMs)) return [];
    if (rest && restsAt(rest, natural.sendMs)) {
      const reasons = [...natural.reasons, restReason(rest, local)];
      return due.limitMs <= nowMs ? [] : [planned(due, 'rested', natural, due.limitMs, reasons, local)];
    }
    const hasRow = statusOf.get(due.key) === 'scheduled';
    const placement = placementOf(due, ledger, placing, hasRow);
    if (placement === 'gone') return [];
    const { slot, limitMs, reasons } = placement;
    const unstaffed = unstaffedReasons(due.step, clock.staffedMornings);
    const told = [...reasons, ...unstaffed, ...rosterReasons(due.step, clock)];
    if (placement.status === 'superseded') return [planned(due, 'superseded', slot, limitMs, reasons, local)];
    if (placement.status === 'lapsing') {
      // Its row waits unsendable until the limit and is missed then, for the practitioner to see.
      return hasRow ? [planned(due, 'scheduled', slot, limitMs, told, local)] : [];
    }
    if (rest && restsAt(rest, Math.max(slot.sendMs, nowMs))) {
      return [planned(due, 'rested', slot, limitMs, [...reasons, restReason(rest, local)], local)];
    }
    if (!isHeldBack({ reasons: told })) ledger.take(slot.day);
    return [planned(due, 'scheduled', slot, limitMs, told, local)];
  };

  const prompts = occurrencesOf(plan, { sessions, appointments, openSeriesId }, pace, past, local, nowMs)
    .sort(byClaimOnTheDay)
    .flatMap(place)
    .sort(bySendAt);
  return markFirstAfterClockChange(prompts, plan, past, local);
}

/**
 * Settled keys make no row. What was taken out by choice comes back only while its time is still ahead: a
 * prompt dropped in a rest must not turn up after it.
 */
function mayStand(status: PromptStatus | undefined, natural: Slot, nowMs: number): boolean {
  if (status === undefined || status === 'scheduled') return true;
  return !SETTLED.has(status) && natural.sendMs > nowMs;
}

function planned(
  due: Occurrence,
  status: PlannedPrompt['status'],
  { sendMs, endMs }: Slot,
  limitMs: number,
  reasons: readonly Reason[],
  local: LocalTime,
): PlannedPrompt {
  const { key, step, anchorId, occurrence, needsSessionId } = due;
  return {
    key,
    stepId: step.stepId,
    anchorId,
    occurrence,
    status,
    nominalAt: Temporal.Instant.fromEpochMilliseconds(due.nominalMs),
    sendAt: Temporal.Instant.fromEpochMilliseconds(sendMs),
    sendUntil: Temporal.Instant.fromEpochMilliseconds(Math.max(sendMs, Math.min(endMs, limitMs))),
    limitAt: Temporal.Instant.fromEpochMilliseconds(limitMs),
    needsSessionId,
    priority: step.priority,
    localTime: localTextOf(sendMs, local),
    reasons: [...due.reasons, ...reasons],
  };
}

/** Who keeps a day that two prompts want. */
function byClaimOnTheDay(a: Occurrence, b: Occurrence): number {
  return (
    PRIORITIES.indexOf(a.step.priority) - PRIORITIES.indexOf(b.step.priority) ||
    a.nominalMs - b.nominalMs ||
    byText(a.step.stepId, b.step.stepId) ||
    byText(a.anchorId, b.anchorId) ||
    a.occurrence - b.occurrence
  );
}

function bySendAt(a: PlannedPrompt, b: PlannedPrompt): number {
  return a.sendAt.epochMilliseconds - b.sendAt.epochMilliseconds || byText(a.key, b.key);
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

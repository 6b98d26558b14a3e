import type { DayBlock, DayLedger } from './day-caps.rules.js';
import { clockTime, type DayNumber, type LocalTime } from './local-time.rules.js';
import type { Occurrence } from './occurrences.rules.js';
import type { Reason, SessionMark } from './prompt-schedule.types.js';
import { type OpenHours, openWindowFrom } from './quiet-hours.rules.js';
import { clockReasons, quietReason, recallReason, staffedReason } from './reasons.rules.js';
import { sessionLookedBackOver } from './recall.rules.js';
import { type StaffedMornings, staffedWindowFrom } from './staffed-mornings.rules.js';

/** More taken days than this stand in a row only for a plan that asks more than four safety checks a week. */
const MOST_CARRIED_DAYS = 14;

/** What the placing of prompts reads of the client's time. */
export interface PlacingClock {
  local: LocalTime;
  hours: OpenHours;
  /** Null: nobody answers safety flags, and nothing waits for them. */
  mornings: StaffedMornings | null;
  /** What a measure must not look back over. */
  sessions: readonly SessionMark[];
  nowMs: number;
}

/** A moment a prompt could be sent at and the window it belongs to; the window lies within one local date. */
export interface Slot {
  day: DayNumber;
  sendMs: number;
  endMs: number;
  reasons: readonly Reason[];
}

/**
 * Where a prompt ends up: `superseded` never had a free slot, `lapsing` had one that went by unused and gets no
 * other before its limit, `gone` is past its limit.
 */
export type Placement =
  | {
      status: 'scheduled' | 'superseded' | 'lapsing';
      slot: Slot;
      limitMs: number;
      reasons: readonly Reason[];
    }
  | 'gone';

/** The slot the plan asks for: its nominal instant, pushed to the end of quiet hours or to a staffed morning. */
export function naturalSlot(due: Occurrence, clock: PlacingClock): Slot {
  return slotAt(due.nominalMs, due, clock) ?? openSlotAt(due.nominalMs, clock);
}

/**
 * The first free slot of a prompt before its limit. A taken day sends it to its own time on the next day; a
 * window that went by unused (an outage, a hold) sends it to the next opening after now. A safety check is
 * carried instead of superseded: the time it waits for a free day does not count as lateness. (One that leads
 * up to a session or an appointment is not: it would be asked too late.)
 */
export function placementOf(
  due: Occurrence,
  ledger: DayLedger,
  clock: PlacingClock,
  hasRow: boolean,
): Placement {
  const { nowMs, local } = clock;
  // What only tells something is true on its own day or not at all.
  const isCarried =
    due.step.priority === 'safety-check' && due.needsSessionId !== null && !due.step.informationOnly;
  const natural = naturalSlot(due, clock);
  const pushes: Reason[] = [];
  let limitMs = due.limitMs;
  const isNever = slotAt(due.nominalMs, due, clock) === null;
  if (isCarried && !isNever && natural.sendMs >= limitMs) limitMs += natural.sendMs - due.nominalMs;
  // It never stood in the schedule: what took its day after its time went by does not carry it there.
  if (!hasRow && limitMs <= nowMs) return 'gone';
  const overOnItsDay = reachOn(natural.day, due, clock);
  let slot: Slot | null = isNever || overOnItsDay ? null : natural;
  let missed: Slot | null = null;
  let waitedDays = 0;
  while (slot && slot.sendMs < limitMs && waitedDays <= MOST_CARRIED_DAYS) {
    const isOver = slot.endMs <= nowMs;
    const taken = isOver ? ledger.pastBlockOn(slot.day) : ledger.blockOn(slot.day);
    // As a day that is taken: what is sent later never frees another one, so the preview is what is sent.
    const block: Reason | null = taken ? blockReason(taken, slot, local) : reachOn(slot.day, due, clock);
    if (block === null && !isOver) break;
    const next: Slot | null = nextOwnSlot(due, slot, clock);
    addOnce(pushes, block ?? blockReason('missed-window', slot, local));
    if (block !== null) waitedDays += 1;
    if (next && block !== null && isCarried && !missed) limitMs += next.sendMs - slot.sendMs;
    if (block === null) missed = slot;
    slot = next && block === null && next.endMs > nowMs ? nextOpening(due, clock) : next;
  }
  if (limitMs <= nowMs) return 'gone';
  if (slot && slot.sendMs < limitMs && waitedDays <= MOST_CARRIED_DAYS) {
    return { status: 'scheduled', slot, limitMs, reasons: [...pushes, ...slot.reasons] };
  }
  if (missed) return { status: 'lapsing', slot: missed, limitMs, reasons: [...missed.reasons, ...pushes] };
  const isUnstaffed = waitsForMorning(due, clock) && pushes.length === 0;
  const late: Reason = { code: isUnstaffed ? 'no-staffed-morning' : 'too-late', params: {} };
  const reasons: Reason[] = [...natural.reasons, ...pushes, overOnItsDay ?? late];
  return { status: 'superseded', slot: natural, limitMs, reasons };
}

/** Null: no morning on which somebody answers a flag comes in time. */
function slotAt(ms: number, { step }: Occurrence, clock: PlacingClock): Slot | null {
  const { hours, local, mornings } = clock;
  if (!step.staffedMornings || mornings === null) return openSlotAt(ms, clock);
  const window = staffedWindowFrom(ms, mornings, { hours, local });
  if (!window) return null;
  const { day, startMs, endMs } = window;
  if (startMs <= ms) return { day, sendMs: ms, endMs, reasons: [] };
  return { day, sendMs: startMs, endMs, reasons: [staffedReason(startMs, local)] };
}

function openSlotAt(ms: number, { hours, local }: PlacingClock): Slot {
  const { day, startMs, endMs } = openWindowFrom(ms, hours, local);
  if (startMs <= ms) return { day, sendMs: ms, endMs, reasons: [] };
  return { day, sendMs: startMs, endMs, reasons: [quietReason(ms, startMs, local)] };
}

/** Its own time on the first day after a slot that leads to a later date (quiet hours may cross midnight). */
function nextOwnSlot(due: Occurrence, slot: Slot, clock: PlacingClock): Slot | null {
  const { local } = clock;
  for (let day = slot.day; ; day += 1) {
    const ms = local.at(day, due.ownMinute);
    const next = slotAt(ms, due, clock);
    if (!next) return null;
    if (next.day <= slot.day) continue;
    return { ...next, reasons: [...clockReasons(day, due.ownMinute, ms, local), ...next.reasons] };
  }
}

/** The window that is open now, from its beginning, or the next one: the same answer all through a window. */
function nextOpening(due: Occurrence, clock: PlacingClock): Slot | null {
  const { hours, local, mornings, nowMs } = clock;
  const window = waitsForMorning(due, clock)
    ? staffedWindowFrom(nowMs, mornings!, { hours, local })
    : openWindowFrom(nowMs, hours, local);
  return window && { day: window.day, sendMs: window.startMs, endMs: window.endMs, reasons: [] };
}

function waitsForMorning({ step }: Occurrence, { mornings }: PlacingClock): boolean {
  return step.staffedMornings === true && mornings !== null;
}

/** Why a measure is not asked on this day: what it asks about would take in a session. */
function reachOn(day: DayNumber, { step }: Occurrence, { local, sessions }: PlacingClock): Reason | null {
  const session = sessionLookedBackOver(step, day, sessions, local);
  return session === null ? null : recallReason(step.recallDays!, session, local);
}

function blockReason(code: DayBlock | 'missed-window', { day }: Slot, local: LocalTime): Reason {
  return { code, params: { on: local.isoOf(day) } };
}

function addOnce(reasons: Reason[], reason: Reason): void {
  if (!reasons.some(({ code }) => code === reason.code)) reasons.push(reason);
}

/** `YYYY-MM-DDTHH:MM` on the client's clock. */
export function localTextOf(ms: number, local: LocalTime): string {
  return `${local.isoOf(local.dayOf(ms))}T${clockTime(local.minuteOf(ms))}`;
}

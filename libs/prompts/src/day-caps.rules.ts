import type { PastPrompt, PlannedPrompt } from './prompt-schedule.types.js';
import { type DayNumber, dayNumberOf, type LocalTime } from './local-time.rules.js';

export const MAX_A_WEEK = 4;

/** Sent dates further back than this can no longer stand in the way of anything still to be sent. */
const MEMORY_DAYS = 60;
const WEEK_DAYS = 7;

export type DayBlock = 'day-taken' | 'week-full';

/**
 * The local dates that are taken: at most one prompt a date, at most four in any seven dates in a row. The
 * second is the stricter reading of "four a week": it holds for Monday to Sunday and for every other week.
 */
export class DayLedger {
  private readonly taken = new Set<DayNumber>();

  take(day: DayNumber): void {
    this.taken.add(day);
  }

  /** Why a date is not free, or null. */
  blockOn(day: DayNumber): DayBlock | null {
    if (this.taken.has(day)) return 'day-taken';
    for (let first = day - WEEK_DAYS + 1; first <= day; first += 1) {
      if (this.countFrom(first) >= MAX_A_WEEK) return 'week-full';
    }
    return null;
  }

  /** Why a date that is over was not free: what was sent after it does not fill its week in hindsight. */
  pastBlockOn(day: DayNumber): DayBlock | null {
    if (this.taken.has(day)) return 'day-taken';
    return this.countFrom(day - WEEK_DAYS + 1) >= MAX_A_WEEK ? 'week-full' : null;
  }

  private countFrom(first: DayNumber): number {
    let count = 0;
    for (let day = first; day < first + WEEK_DAYS; day += 1) if (this.taken.has(day)) count += 1;
    return count;
  }
}

/** The dates taken by what was sent: first mailings that count, and nudges. */
export function ledgerOf(past: readonly PastPrompt[], today: DayNumber, local: LocalTime): DayLedger {
  const ledger = new DayLedger();
  const oldest = local.isoOf(today - MEMORY_DAYS);
  for (const { sentOn, countsForDay, nudgedOn } of past) {
    if (sentOn !== null && countsForDay && sentOn >= oldest) ledger.take(dayNumberOf(sentOn));
    if (nudgedOn !== null && nudgedOn >= oldest) ledger.take(dayNumberOf(nudgedOn));
  }
  return ledger;
}

/** Adds the dates of prompts that are going to be sent. */
export function takePlanned(ledger: DayLedger, planned: readonly PlannedPrompt[]): void {
  for (const { status, localTime } of planned) {
    if (status === 'scheduled') ledger.take(dayNumberOf(localTime.slice(0, 10)));
  }
}

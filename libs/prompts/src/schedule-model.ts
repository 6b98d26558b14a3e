import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import type { ClientClock, PlannedPrompt, SessionMark } from './prompt-schedule.types.js';
import type { ExistingPrompt, Reconciliation } from './reconcile.rules.js';
import type { Scene } from './schedule-arbitraries.js';

/** Test support: what SCHEDULING says, said a second time and as plainly as possible, to compare with. */

/** `YYYY-MM-DDTHH:MM` on the client's clock. */
export function wallOf(at: Temporal.Instant, { timeZone }: ClientClock): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(0, 16);
}

export function isQuiet(at: Temporal.Instant, clock: ClientClock): boolean {
  const { quietFrom } = clock;
  const quietTo = clock.quietTo === '24:00' ? '00:00' : clock.quietTo;
  const time = wallOf(at, clock).slice(11);
  if (quietFrom <= quietTo) return time >= quietFrom && time < quietTo;
  return time >= quietFrom || time < quietTo;
}

/** When the plan alone would ask: for prompts nobody moved. */
export function nominalOf(
  prompt: PlannedPrompt,
  { plan, sessions, appointments, clock }: Scene,
): Temporal.Instant {
  const step = plan.steps.find(({ stepId }) => stepId === prompt.stepId)!;
  const isOfSeries = step.anchor === 'series-rhythm';
  const session = isOfSeries
    ? seriesOf({ sessions, clock })[0]
    : sessions.find(({ id }) => id === prompt.anchorId);
  const anchorAt = session?.heldAt ?? appointments.find(({ id }) => id === prompt.anchorId)!.startsAt;
  const days = step.days + prompt.occurrence * (step.everyDays ?? 0);
  const at = anchorAt
    .toZonedDateTimeISO(clock.timeZone)
    .toPlainDate()
    .add({ days })
    .toZonedDateTime({ timeZone: clock.timeZone, plainTime: step.localTime })
    .toInstant();
  const earliest = anchorAt.add({ hours: 3 });
  const isSameDay = prompt.needsSessionId !== null && step.days === 0;
  return isSameDay && Temporal.Instant.compare(at, earliest) < 0 ? earliest : at;
}

/** Sessions of the open series that were or will be, the first one first. */
export function seriesOf({ sessions, clock }: Pick<Scene, 'sessions' | 'clock'>): SessionMark[] {
  return sessions
    .filter(({ seriesId }) => seriesId === clock.openSeriesId)
    .filter(({ status }) => status === 'planned' || status === 'completed')
    .sort((a, b) => Temporal.Instant.compare(a.heldAt, b.heldAt) || (a.id < b.id ? -1 : 1));
}

/** Is anybody there on this morning? What does not ask about safety goes out without. */
export function isUnstaffed(
  at: Temporal.Instant,
  step: PlanStepSpec,
  { staffedMornings }: ClientClock,
): boolean {
  if (!step.staffedMornings || !staffedMornings) return false;
  const there = at.toZonedDateTimeISO(staffedMornings.timeZone);
  const time = there.toPlainTime().toString().slice(0, 5);
  const isDay = there.dayOfWeek <= 4 && staffedMornings.openDays.includes(there.dayOfWeek);
  const isHoliday = staffedMornings.holidays.includes(there.toPlainDate().toString());
  const isMorning = time >= '08:00' && time < '12:00';
  const isOpen = time >= staffedMornings.openFrom && time < staffedMornings.openTo;
  return !(isDay && !isHoliday && isMorning && isOpen);
}

/** Would the answer look back on the day of a session? */
export function looksBackOver(
  at: Temporal.Instant,
  step: PlanStepSpec,
  { sessions, clock }: Pick<Scene, 'sessions' | 'clock'>,
): boolean {
  if (!step.recallDays || step.midSeries || step.anchor === 'first-session') return false;
  const on = wallOf(at, clock).slice(0, 10);
  const from = Temporal.PlainDate.from(on).subtract({ days: step.recallDays }).toString();
  return sessions
    .filter(({ status }) => status === 'planned' || status === 'completed')
    .map(({ heldAt }) => wallOf(heldAt, clock).slice(0, 10))
    .some((date) => from <= date && date <= on);
}

/** The most dates in any seven days in a row. */
export function fullestWeek(dates: readonly string[]): number {
  const weeks = dates.map((first) => {
    const last = Temporal.PlainDate.from(first).add({ days: 6 }).toString();
    return dates.filter((date) => date >= first && date <= last).length;
  });
  return Math.max(0, ...weeks);
}

/** The rows after a reconciliation, as the database would hold them. */
export function applied(rows: readonly ExistingPrompt[], change: Reconciliation): ExistingPrompt[] {
  const changes = new Map([...change.update, ...change.close].map((one) => [one.id, one]));
  const kept = rows.map((row) => {
    const found = changes.get(row.id);
    return found ? { ...row, ...found, version: row.version + 1 } : row;
  });
  const fresh = change.insert.map(({ stepId: _s, anchorId: _a, occurrence: _o, ...timing }) => ({
    ...timing,
    id: timing.key,
    version: 1,
    handedOver: false,
  }));
  return [...kept, ...fresh];
}

import { Temporal } from 'temporal-polyfill';
import type { ClientClock, PlannedPrompt } from './prompt-schedule.types.js';
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
  const session = sessions.find(({ id }) => id === prompt.anchorId);
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

import type { Temporal } from 'temporal-polyfill';
import type { LoggedShift } from '@app/reflections/answer.types.js';
import { dayOf, isWithin, reflectionsUntil } from './course-order.rules.js';
import type { CourseFacts, PatternThresholds, WeakSign } from './pattern.types.js';

interface Reacted {
  id: string;
  sentAt: Temporal.Instant;
  shift: LoggedShift;
}

/**
 * The same trigger so many times in so many days, and each time the old reaction. A moment in between in which the
 * loop was noticed, or paused, begins the row anew: then it was not each time.
 */
export function sameTrigger(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): WeakSign | null {
  const { timeZone } = facts;
  const logged = reflectionsUntil(facts, now).flatMap(({ id, sentAt, shift }) =>
    shift ? [{ id, sentAt, shift }] : [],
  );
  const triggers = [...new Set(logged.map(({ shift }) => shift.trigger))].sort();
  const rows = triggers.flatMap((trigger) => {
    const row = latestRow(
      logged.filter(({ shift }) => shift.trigger === trigger),
      thresholds,
      timeZone,
    );
    const newest = row.at(-1);
    const isFresh = newest && isWithin(newest.sentAt, now, { days: thresholds.freshDays, timeZone });
    return isFresh ? [{ trigger, row, at: newest.sentAt }] : [];
  });
  const newest = rows
    .map(({ at }) => at)
    .sort((a, b) => (a.epochNanoseconds < b.epochNanoseconds ? -1 : 1))
    .at(-1);
  if (!newest) return null;
  return {
    kind: 'same-trigger',
    figures: rows.map(({ trigger, row }) => ({
      code: 'same-trigger',
      params: {
        trigger,
        count: row.length,
        from: dayOf(row[0]!.sentAt, timeZone),
        to: dayOf(row.at(-1)!.sentAt, timeZone),
      },
    })),
    reflectionIds: rows.flatMap(({ row }) => row.map(({ id }) => id)),
    at: newest,
  };
}

/** The latest that lie close enough together, every one of them "reacted"; none when they are too few. */
function latestRow(
  logged: readonly Reacted[],
  { sameTriggerTimes: times, sameTriggerWithinDays: days }: PatternThresholds,
  timeZone: string,
): Reacted[] {
  let latest: Reacted[] = [];
  let row: Reacted[] = [];
  for (const one of logged) {
    row = one.shift.response === 'reacted' ? [...row, one] : [];
    row = row.filter(({ sentAt }) => isWithin(sentAt, one.sentAt, { days, timeZone }));
    if (row.length >= times) latest = row;
  }
  return latest;
}

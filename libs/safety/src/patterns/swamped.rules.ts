import type { Temporal } from 'temporal-polyfill';
import { dayOf, isWithin, reflectionsUntil } from './course-order.rules.js';
import type { CourseFacts, PatternThresholds, WeakSign } from './pattern.types.js';

/** The last step of "How crowded is life just now?". */
const SWAMPED = 5;

/** Life was "swamped" on so many days, close together. Twice on one day is one day. */
export function swamped(
  facts: CourseFacts,
  { swampedTimes, swampedWithinDays, freshDays }: PatternThresholds,
  now: Temporal.Instant,
): WeakSign | null {
  const { timeZone } = facts;
  const all = reflectionsUntil(facts, now).filter(({ crowded }) => crowded === SWAMPED);
  const newest = all.at(-1);
  if (!newest || !isWithin(newest.sentAt, now, { days: freshDays, timeZone })) return null;
  const near = all.filter(({ sentAt }) =>
    isWithin(sentAt, newest.sentAt, { days: swampedWithinDays, timeZone }),
  );
  const days = [...new Set(near.map(({ sentAt }) => dayOf(sentAt, timeZone)))];
  if (days.length < swampedTimes) return null;
  return {
    kind: 'swamped',
    figures: [{ code: 'swamped', params: { count: days.length, from: days[0]!, to: days.at(-1)! } }],
    reflectionIds: near.map(({ id }) => id),
    at: newest.sentAt,
  };
}

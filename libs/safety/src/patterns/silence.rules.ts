import { Temporal } from 'temporal-polyfill';
import { dayOf, isWithin, reflectionsUntil } from './course-order.rules.js';
import type { CourseFacts, PatternThresholds, PromptFact, WeakSign } from './pattern.types.js';

const { compare } = Temporal.Instant;

/** A silence, and since when. */
export interface Silence extends WeakSign {
  /** When the first of the unanswered prompts was sent. */
  since: Temporal.Instant;
}

/**
 * Prompts in a row that closed unanswered, after most of the ones before were answered.
 *
 * A skip is an answer. A prompt that is open is no silence yet; one that bounced, or that nobody knows to have
 * arrived, is a delivery task; one that fell into a rest was not asked. A rest is a sign of life as much as an answer
 * is, and so is a reflection that nobody asked for: the row begins after the last of them, and while a rest runs there
 * is no silence. The share of answers is taken over the `answeredWithinDays` before the first prompt of the row.
 */
export function silence(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): Silence | null {
  const { timeZone, rests } = facts;
  if (rests.some((rest) => isRunning(rest, now))) return null;
  const settled = settledBy(facts.prompts, now);
  const lastSign = lastSignOfLife(facts, settled, now);
  const row = settled.filter(
    ({ outcome, sendAt }) => outcome === 'expired' && (!lastSign || compare(sendAt, lastSign) > 0),
  );
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last || row.length < thresholds.silentPrompts) return null;
  if (!isWithin(last.closedAt, now, { days: thresholds.freshDays, timeZone })) return null;
  const before = settled.filter(
    ({ sendAt }) =>
      compare(sendAt, first.sendAt) < 0 &&
      isWithin(sendAt, first.sendAt, { days: thresholds.answeredWithinDays, timeZone }),
  );
  const answered = before.filter(({ outcome }) => outcome !== 'expired').length;
  const isEnough = before.length >= thresholds.answeredOutOf;
  if (!isEnough || answered * 100 < before.length * thresholds.answeredPercent) return null;
  const params = {
    count: row.length,
    since: dayOf(first.sendAt, timeZone),
    answered,
    asked: before.length,
  };
  return {
    kind: 'silence',
    figures: [{ code: 'unanswered', params }],
    reflectionIds: [],
    at: last.closedAt,
    since: first.sendAt,
  };
}

type SettledPrompt = PromptFact & { closedAt: Temporal.Instant };

/** Those that arrived and are over, in the order they were sent. */
function settledBy(prompts: readonly PromptFact[], now: Temporal.Instant): SettledPrompt[] {
  return prompts
    .filter((prompt): prompt is SettledPrompt => {
      const { outcome, closedAt } = prompt;
      const isOver = outcome === 'answered' || outcome === 'skipped' || outcome === 'expired';
      return isOver && closedAt !== null && compare(closedAt, now) <= 0;
    })
    .sort((a, b) => compare(a.sendAt, b.sendAt) || compare(a.closedAt, b.closedAt));
}

/** When the client was last heard of; what was sent before that belongs to no silence. Null: never. */
function lastSignOfLife(
  facts: CourseFacts,
  settled: readonly SettledPrompt[],
  now: Temporal.Instant,
): Temporal.Instant | null {
  const signs = [
    // When they answered, not when they were asked: whoever answers an old question today is not silent.
    ...settled.filter(({ outcome }) => outcome !== 'expired').map(({ closedAt }) => closedAt),
    ...facts.prompts.filter(({ outcome }) => outcome === 'rested').map(({ sendAt }) => sendAt),
    ...facts.rests.map(({ from, until }) => until ?? from),
    ...reflectionsUntil(facts, now)
      .filter(({ isUnasked }) => isUnasked)
      .map(({ sentAt }) => sentAt),
  ];
  return (
    signs
      .filter((at) => compare(at, now) <= 0)
      .sort(compare)
      .at(-1) ?? null
  );
}

function isRunning({ from, until }: CourseFacts['rests'][number], now: Temporal.Instant): boolean {
  return compare(from, now) <= 0 && (until === null || compare(now, until) < 0);
}

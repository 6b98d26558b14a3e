import type { Temporal } from 'temporal-polyfill';
import {
  dayOf,
  isSoonAfterSession,
  isWithin,
  meanOf,
  reflectionsUntil,
  rounded,
} from './course-order.rules.js';
import {
  COMPARED_LINES,
  type ComparedLine,
  type CourseFacts,
  type PatternFigure,
  type PatternThresholds,
  type WeakSign,
} from './pattern.types.js';

/** How many of the last check-ins are taken together, and how many of the first. */
const TOGETHER = 3;

interface Point {
  reflectionId: string;
  at: Temporal.Instant;
  step: number;
}

interface GivenBack {
  figure: PatternFigure;
  reflectionIds: string[];
  at: Temporal.Instant;
}

/**
 * On a line, the mean of the last three check-ins gave back most of a gain.
 *
 * Check-ins of the first hours after a ketamine session count nowhere here. The baseline is the mean of up to three
 * that were last given before the first session in reach; without one, the first that was given. The gain is from
 * there to the best check-in that came after it and before the last three. Each line stands for itself; several lines
 * are one sign.
 */
export function givenBack(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): WeakSign | null {
  const found = COMPARED_LINES.flatMap((line) => givenBackOn(line, facts, thresholds, now) ?? []);
  const [first] = found;
  if (!first) return null;
  return {
    kind: 'given-back',
    figures: found.map(({ figure }) => figure),
    reflectionIds: found.flatMap(({ reflectionIds }) => reflectionIds),
    at: found.reduce(
      (newest, { at }) => (at.epochNanoseconds > newest.epochNanoseconds ? at : newest),
      first.at,
    ),
  };
}

function givenBackOn(
  line: ComparedLine,
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): GivenBack | null {
  const { timeZone } = facts;
  const points = pointsOf(line, facts, thresholds, now);
  const last = points.slice(-TOGETHER);
  const base = baselineOf(points, facts.sessionsHeldAt);
  const newest = last.at(-1);
  if (!newest || base.length === 0 || last.length < TOGETHER) return null;
  if (!isWithin(newest.at, now, { days: thresholds.freshDays, timeZone })) return null;
  const between = points.slice(points.indexOf(base.at(-1)!) + 1, -TOGETHER);
  const best = between.reduce<Point | null>((top, one) => (top && top.step >= one.step ? top : one), null);
  if (!best) return null;
  const [from, mean] = [meanOf(base.map(({ step }) => step)), meanOf(last.map(({ step }) => step))];
  const gain = best.step - from;
  // A hair's breadth for thirds: 70 % of 3 is 2.1, and three taps that give back 2.1 must not miss it by their sum.
  const isBack = (best.step - mean) * 100 + 1e-9 >= gain * thresholds.givenBackPercent;
  if (gain < thresholds.gainSteps || !isBack) return null;
  const params = {
    line,
    before: rounded(from),
    best: best.step,
    bestOn: dayOf(best.at, timeZone),
    mean: rounded(mean),
    percent: Math.floor(((best.step - mean) / gain) * 100 + 1e-9),
  };
  return {
    figure: { code: 'given-back', params },
    reflectionIds: [...base, best, ...last].map(({ reflectionId }) => reflectionId),
    at: newest.at,
  };
}

/** The check-ins of a line that count, oldest first. */
function pointsOf(
  line: ComparedLine,
  facts: CourseFacts,
  { afterSessionHours }: PatternThresholds,
  now: Temporal.Instant,
): Point[] {
  return reflectionsUntil(facts, now).flatMap(({ id, sentAt, checkIns }) => {
    const step = checkIns[line];
    const counts = step !== undefined && !isSoonAfterSession(sentAt, facts.sessionsHeldAt, afterSessionHours);
    return counts ? [{ reflectionId: id, at: sentAt, step }] : [];
  });
}

function baselineOf(points: readonly Point[], sessionsHeldAt: readonly Temporal.Instant[]): Point[] {
  const firstSession = sessionsHeldAt.reduce<Temporal.Instant | null>(
    (first, heldAt) => (first && first.epochNanoseconds <= heldAt.epochNanoseconds ? first : heldAt),
    null,
  );
  const before = points.filter(
    ({ at }) => firstSession && at.epochNanoseconds < firstSession.epochNanoseconds,
  );
  return before.length > 0 ? before.slice(-TOGETHER) : points.slice(0, 1);
}

import { Temporal } from 'temporal-polyfill';
import { worsenedBy } from '@app/measures/measure-score.rules.js';
import { dayOf, isSoonAfterSession, isWithin, meanOf, rounded } from './course-order.rules.js';
import {
  COMPARED_MEASURES,
  type ComparedMeasure,
  type CourseFacts,
  type MeasureFact,
  type PatternFigure,
  type PatternThresholds,
  type WeakSign,
} from './pattern.types.js';

const { compare } = Temporal.Instant;

interface Rise {
  figure: PatternFigure;
  reflectionIds: string[];
  at: Temporal.Instant;
}

/**
 * The newest PHQ-9 or GAD-7 stands so many points above the mean of the last two before it, or above the only one.
 * A total from the first hours after a ketamine session is no baseline. Both measures together are one sign.
 */
export function measureUp(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): WeakSign | null {
  const found = COMPARED_MEASURES.flatMap((code) => riseOf(code, facts, thresholds, now) ?? []);
  const [first] = found;
  if (!first) return null;
  return {
    kind: 'measure-up',
    figures: found.map(({ figure }) => figure),
    reflectionIds: found.flatMap(({ reflectionIds }) => reflectionIds),
    at: found.reduce((newest, { at }) => (compare(at, newest) > 0 ? at : newest), first.at),
  };
}

function riseOf(
  code: ComparedMeasure,
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): Rise | null {
  const { timeZone } = facts;
  const results = resultsUntil(code, facts, now);
  const newest = results.at(-1);
  if (!newest || !isWithin(newest.completedAt, now, { days: thresholds.freshDays, timeZone })) return null;
  const before = results
    .slice(0, -1)
    .filter(
      ({ completedAt }) =>
        !isSoonAfterSession(completedAt, facts.sessionsHeldAt, thresholds.afterSessionHours),
    )
    .slice(-2);
  const totals = before.map(({ total }) => total);
  const points = { 'phq-9': thresholds.phq9Points, 'gad-7': thresholds.gad7Points }[code];
  const change = worsenedBy({ code, change: { points, source: '' } }, totals, newest.total);
  if (!change) return null;
  const params = {
    measure: code,
    total: newest.total,
    on: dayOf(newest.completedAt, timeZone),
    points: rounded(change.points),
    before: rounded(meanOf(totals)),
    results: totals.length,
  };
  return {
    figure: { code: 'measure-up', params },
    reflectionIds: [...before, newest].map(({ reflectionId }) => reflectionId),
    at: newest.completedAt,
  };
}

/** Oldest first; what was taken back counts for nothing. */
function resultsUntil(code: string, facts: CourseFacts, now: Temporal.Instant): MeasureFact[] {
  const withdrawn = new Set(facts.reflections.filter((one) => one.withdrawn).map(({ id }) => id));
  return facts.measures
    .filter(
      (one) => one.code === code && !withdrawn.has(one.reflectionId) && compare(one.completedAt, now) <= 0,
    )
    .sort((a, b) => compare(a.completedAt, b.completedAt) || (a.reflectionId < b.reflectionId ? -1 : 1));
}

import type { MeasureResultBody } from '@app/measures/measure-result.types.js';
import { bandOf, measureChange } from '@app/measures/measure-score.rules.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';

/** A finished measure of a client. */
export interface KeptResult {
  reflectionId: string;
  body: MeasureResultBody;
}

/** One total in the course of a client, against those before it. */
export interface MeasurePoint {
  reflectionId: string;
  /** `YYYY-MM-DD` on the client's clock. */
  on: string;
  total: number;
  /** As published; null where there are no bands. */
  bandLabel: string | null;
  label: MeasureResultBody['label'];
  /** Null for the first one. */
  change: { points: number; isReliable: boolean } | null;
}

/**
 * The totals of one version of a measure, oldest first as given, each compared with the mean of the two before it.
 * What was left unfinished has no total and is no point.
 */
export function measurePoints(
  definition: MeasureDefinition,
  oldestFirst: readonly KeptResult[],
): MeasurePoint[] {
  const { code, version } = definition;
  const before: number[] = [];
  return oldestFirst.flatMap(({ reflectionId, body }) => {
    const { total, completedOn: on, label } = body;
    if (body.code !== code || body.version !== version || total === null) return [];
    const change = measureChange(definition, before, total);
    before.push(total);
    return [
      {
        reflectionId,
        on,
        total,
        bandLabel: bandOf(definition, total)?.label ?? null,
        label,
        change: change && { points: change.points, isReliable: change.isReliable },
      },
    ];
  });
}

import type { MeasureBand, MeasureDefinition } from './measure.types.js';

/** The total of a finished measure, and the published band it falls into; null where none is published. */
export interface MeasureScore {
  total: number;
  band: MeasureBand | null;
}

/** How far a total is from what came before it. */
export interface MeasureChange {
  /** Points up (positive) or down; halves occur against a mean. */
  points: number;
  /** At least the published figure, up or down. False where none is published. */
  isReliable: boolean;
  against: 'last' | 'mean-of-two';
}

/**
 * The two whose rise makes a pattern note: their change figures are published for adults in care. A clinic's
 * own measure may count the other way up.
 */
const COMPARED = ['phq-9', 'gad-7'];

/** Null unless every scored item has one of the offered values: there is no score of a part. */
export function scoreOf(
  definition: MeasureDefinition,
  items: Readonly<Record<string, number>>,
): MeasureScore | null {
  let total = 0;
  for (const { id } of definition.items) {
    const value = offeredValue(definition, items, id);
    if (value === null) return null;
    total += value;
  }
  return { total, band: bandOf(definition, total) };
}

/** The band of a total; null below the first one, or where there are none. */
export function bandOf({ bands }: MeasureDefinition, total: number): MeasureBand | null {
  return bands.filter(({ from }) => from <= total).at(-1) ?? null;
}

/**
 * The change from the mean of the last two totals, or from the only one. `before` has the oldest first.
 * Null when there was none.
 */
export function measureChange(
  { change }: Pick<MeasureDefinition, 'change'>,
  before: readonly number[],
  now: number,
): MeasureChange | null {
  const [last, lastButOne] = before.slice(-2).reverse();
  if (last === undefined) return null;
  const reference = lastButOne === undefined ? last : (last + lastButOne) / 2;
  const points = now - reference;
  return {
    points,
    isReliable: change !== null && Math.abs(points) >= change.points,
    against: lastButOne === undefined ? 'last' : 'mean-of-two',
  };
}

/** The change, when it is a reliable rise of PHQ-9 or GAD-7; else null. `previousTotals` has the oldest first. */
export function worsenedBy(
  definition: Pick<MeasureDefinition, 'code' | 'change'>,
  previousTotals: readonly number[],
  total: number,
): MeasureChange | null {
  if (!COMPARED.includes(definition.code)) return null;
  const change = measureChange(definition, previousTotals, total);
  return change?.isReliable && change.points > 0 ? change : null;
}

/** What was answered to the item about being better off dead; null when it was not, or there is no such item. */
export function safetyAnswer(
  definition: MeasureDefinition,
  items: Readonly<Record<string, number>>,
): number | null {
  const { safetyItem } = definition;
  return safetyItem === null ? null : offeredValue(definition, items, safetyItem);
}

function offeredValue(
  { options }: MeasureDefinition,
  items: Readonly<Record<string, number>>,
  id: string,
): number | null {
  // Own fields alone: what comes from a form is no reason to read what every object has.
  const given = Object.hasOwn(items, id) ? items[id] : undefined;
  return options.find(({ value }) => value === given)?.value ?? null;
}

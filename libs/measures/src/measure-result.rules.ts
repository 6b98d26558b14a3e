import { Temporal } from 'temporal-polyfill';
import type { MeasureResultBody } from './measure-result.types.js';
import { scoreOf } from './measure-score.rules.js';
import type { MeasureDefinition } from './measure.types.js';
import { resultLabel, type SeriesThen, windowStartsOn } from './recall-window.rules.js';

/** What a client answered, and when: days are on the client's clock. */
export interface Answered {
  /** By the id of the item, unscored items too. */
  items: Readonly<Record<string, number>>;
  completedOn: Temporal.PlainDate;
  series: SeriesThen;
}

/**
 * What is kept of a measure. Only offered values to what was asked are taken over; a missing or other one to a
 * scored item leaves total and band empty.
 */
export function measureResultBody(definition: MeasureDefinition, answered: Answered): MeasureResultBody {
  const { completedOn, series } = answered;
  const items = offeredAnswers(definition, answered.items);
  const score = scoreOf(definition, items);
  return {
    code: definition.code,
    version: definition.version,
    items,
    total: score?.total ?? null,
    bandCode: score?.band?.code ?? null,
    label: resultLabel(definition, completedOn, series),
    windowFrom: windowStartsOn(definition, completedOn).toString(),
    completedOn: completedOn.toString(),
  };
}

/** What fits of what was given: an asked item, scored or not, with one of its own options. */
export function offeredAnswers(
  { items, options, unscored }: MeasureDefinition,
  given: Readonly<Record<string, number>>,
): Record<string, number> {
  const asked = [...items.map(({ id }) => ({ id, options })), ...unscored];
  return Object.fromEntries(
    asked.flatMap((item) => {
      const value = Object.hasOwn(given, item.id) ? given[item.id] : undefined;
      const option = item.options.find((one) => one.value === value);
      return option ? [[item.id, option.value]] : [];
    }),
  );
}

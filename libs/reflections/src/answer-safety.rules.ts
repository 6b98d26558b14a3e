import { safetyAnswer } from '@app/measures/measure-score.rules.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { Answer, FeelsSafe } from './answer.types.js';

/** What of an answer is told to the clinic at once, whether it is ever sent or not. */
export interface ToldAtOnce {
  /** The safety item above zero; null: not answered, or "not at all". */
  itemNine: { value: number; feelsSafe: FeelsSafe | null } | null;
  signs: NonNullable<Answer['safetySigns']>;
}

/** What is told at once of what came in; the answer to the question that follows counts for this same value. */
export function toldAtOnce(answer: Answer, measure: MeasureDefinition | null): ToldAtOnce {
  const value = measure && safetyAnswer(measure, answer.measure ?? {});
  return {
    itemNine: value === null || value <= 0 ? null : { value, feelsSafe: answer.feelsSafe ?? null },
    signs: answer.safetySigns ?? [],
  };
}

/** Something of it is told at once. */
export function tellsAtOnce(answer: Answer, measure: MeasureDefinition | null): boolean {
  const { itemNine, signs } = toldAtOnce(answer, measure);
  return itemNine !== null || signs.length > 0;
}

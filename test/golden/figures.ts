import type { ComparedLine, ComparedMeasure, PatternFigure } from '@app/safety/patterns/pattern.types.js';
import type { ShiftTrigger } from '@app/reflections/answer.types.js';
import type { GoldenAnswer } from './golden.types.js';
import { on } from './golden-clock.js';

/** Figures as a course expects them; days are days of the course. */
export const returned = (day: number): PatternFigure => ({
  code: 'said-old-returned',
  params: { on: on(day) },
});

export const signs = (count: number, day: number): PatternFigure => ({
  code: 'signs-chosen',
  params: { count, on: on(day) },
});

export const unanswered = (count: number, since: number, answered: number, asked: number): PatternFigure => ({
  code: 'unanswered',
  params: { count, since: on(since), answered, asked },
});

export const wentBack = (
  line: ComparedLine,
  { before, best, bestOn, mean, percent }: Record<'before' | 'best' | 'bestOn' | 'mean' | 'percent', number>,
): PatternFigure => ({
  code: 'given-back',
  params: { line, before, best, bestOn: on(bestOn), mean, percent },
});

export const triggered = (trigger: ShiftTrigger, count: number, from: number, to: number): PatternFigure => ({
  code: 'same-trigger',
  params: { trigger, count, from: on(from), to: on(to) },
});

export const swampedOn = (count: number, from: number, to: number): PatternFigure => ({
  code: 'swamped',
  params: { count, from: on(from), to: on(to) },
});

export const up = (
  measure: ComparedMeasure,
  { total, day, points, before, results }: Record<'total' | 'day' | 'points' | 'before' | 'results', number>,
): PatternFigure => ({
  code: 'measure-up',
  params: { measure, total, on: on(day), points, before, results },
});

/** Items that add up to a total, the first ones highest. */
function itemsOf(count: number, total: number): Record<string, number> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const left = total - index * 3;
      return [String(index + 1), Math.max(0, Math.min(3, left))];
    }),
  );
}

/** A finished PHQ-9 with that total, of which item 9 has its own. At most 24 without it. */
export function phq9(total: number, item9 = 0): GoldenAnswer {
  return { measure: { code: 'phq-9', items: { ...itemsOf(8, total - item9), 9: item9 } } };
}

export function phq8(total: number): GoldenAnswer {
  return { measure: { code: 'phq-8', items: itemsOf(8, total) } };
}

export function gad7(total: number): GoldenAnswer {
  return { measure: { code: 'gad-7', items: itemsOf(7, total) } };
}

/** The same without some items: nobody finished it. */
export function without(answer: GoldenAnswer, ...items: string[]): GoldenAnswer {
  const { code, items: given } = answer.measure!;
  const left = Object.entries(given).filter(([id]) => !items.includes(id));
  return { ...answer, measure: { code, items: Object.fromEntries(left) } };
}

import type { AnswerPart } from '@app/plans/pages.rules.js';
import type { Answer } from './answer.types.js';

export const NO_ANSWER: Answer = { words: '', checkIns: {}, chips: [] };

/**
 * One answer of what was given before and what came from one page. The page decides about what it asks, an answer
 * taken back included; of everything else it may bring along what was given, and what it does not bring stays.
 */
export function mergedAnswer(before: Answer, posted: Answer, part: AnswerPart): Answer {
  const isOpen = part.kind === 'open';
  return {
    words: isOpen || posted.words !== '' ? posted.words : before.words,
    checkIns: { ...without(before.checkIns, checkInsOf(part)), ...posted.checkIns },
    chips: isOpen || posted.chips.length > 0 ? posted.chips : before.chips,
    choices: {
      ...without(before.choices ?? {}, part.kind === 'choice' ? [part.choice.id] : []),
      ...posted.choices,
    },
    ratings: {
      ...without(before.ratings ?? {}, part.kind === 'rating' ? [part.rating.id] : []),
      ...posted.ratings,
    },
    ...mergedMeasure(before, posted, part),
    ...mergedSigns(before, posted, part),
    ...mergedThread(before, posted, part),
  };
}

/** Whether somebody feels safe was said of one answer: another answer asks anew. */
function mergedMeasure(
  before: Answer,
  posted: Answer,
  part: AnswerPart,
): Pick<Answer, 'measure' | 'feelsSafe'> {
  if (!before.measure && !posted.measure) return {};
  const item = part.kind === 'measure-item' ? part.item.id : null;
  const measure = {
    ...without(before.measure ?? {}, item === null ? [] : [item]),
    ...posted.measure,
  };
  const isOther = part.kind === 'measure-item' && part.safety && before.measure?.[item!] !== measure[item!];
  const feelsSafe = posted.feelsSafe ?? (isOther ? undefined : before.feelsSafe);
  return { measure, ...(feelsSafe && { feelsSafe }) };
}

function mergedSigns(before: Answer, posted: Answer, part: AnswerPart): Pick<Answer, 'safetySigns'> {
  const safetySigns =
    part.kind === 'safety-check' ? posted.safetySigns : (posted.safetySigns ?? before.safetySigns);
  return safetySigns ? { safetySigns } : {};
}

function mergedThread(before: Answer, posted: Answer, part: AnswerPart): Pick<Answer, 'thread'> {
  const thread = part.kind === 'open' ? posted.thread : (posted.thread ?? before.thread);
  return thread ? { thread } : {};
}

function checkInsOf(part: AnswerPart): readonly string[] {
  if (part.kind === 'open') return part.checkIns;
  return part.kind === 'check-in' ? [part.checkIn] : [];
}

function without<Value>(
  given: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

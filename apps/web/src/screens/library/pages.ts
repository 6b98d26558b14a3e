import type { PromptContent } from '../../api-client/calls-library.js';

/** Pages a client meets: the open question with its taps, then one question a page. */
export function pageCount({
  question,
  hint,
  checkIns,
  chips,
  choices = [],
  ratings = [],
}: PromptContent): number {
  const more = choices.length + ratings.length;
  const hasFirst = question !== null || checkIns.length + chips.length > 0 || (more === 0 && hint !== '');
  return Math.max(1, (hasFirst ? 1 : 0) + more);
}

/**
 * The part of a draft that can be shown already: a question without words, or with fewer than two answers,
 * is left out until it is written. Null while there is nothing.
 */
export function showable(content: PromptContent, untitled: string): PromptContent | null {
  const choices = (content.choices ?? [])
    .map((choice) => ({ ...choice, options: choice.options.filter(({ label }) => label) }))
    .filter(({ question, options }) => question && options.length >= 2);
  const ratings = (content.ratings ?? []).filter(({ question, low, high }) => question && low && high);
  const shown = { ...content, title: content.title || untitled, choices, ratings };
  const { question, hint, checkIns, chips } = shown;
  const isEmpty =
    !question && !hint && checkIns.length + chips.length + choices.length + ratings.length === 0;
  return isEmpty ? null : shown;
}

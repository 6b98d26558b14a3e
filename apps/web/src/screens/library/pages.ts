import type { PromptContent } from '../../api-client/calls-library.js';
import { isOnlyText } from './prompt-draft.js';

/**
 * Pages a client meets: the open question with its taps, then one question a page. What is of a client's own course,
 * early signs and threads, is not among them.
 * @param measureItems of the measure it asks
 */
export function pageCount(content: PromptContent, measureItems = 0): number {
  const { question, hint, checkIns, chips, choices = [], ratings = [], safetyCheck } = content;
  const more = choices.length + ratings.length + (safetyCheck ? 1 : 0) + measureItems;
  const hasFirst = question !== null || checkIns.length + chips.length > 0 || (more === 0 && hint !== '');
  return Math.max(1, (hasFirst ? 1 : 0) + more);
}

/**
 * The part of a draft that can be shown already: a question without words, or with fewer than two answers,
 * is left out until it is written, and so is a thread to name without one. Null while there is nothing that every
 * client would be asked.
 */
export function showable(content: PromptContent, untitled: string): PromptContent | null {
  const choices = (content.choices ?? [])
    .map((choice) => ({ ...choice, options: choice.options.filter(({ label }) => label) }))
    .filter(({ question, options }) => question && options.length >= 2);
  const ratings = (content.ratings ?? []).filter(({ question, low, high }) => question && low && high);
  const title = content.title || untitled;
  const shown = {
    ...content,
    title,
    choices,
    ratings,
    namesThread: content.namesThread && content.question !== null,
  };
  const isOwnAlone = isOnlyText({
    ...shown,
    asksEarlySigns: false,
    reviewsThreads: false,
    namesThread: false,
  });
  const isOwn = Boolean(content.asksEarlySigns || content.reviewsThreads);
  return !shown.question && isOwnAlone && (isOwn || !shown.hint) ? null : shown;
}

import type { PromptContent, PromptTemplateView } from '../../api-client/calls-library.js';
import { type Kind, KINDS, type LibrarySearch } from './library-search.js';
import { isOnlyText } from './prompt-draft.js';

export function kindsOf(content: PromptContent): Kind[] {
  const { question, checkIns, chips, choices = [], ratings = [] } = content;
  const is: Record<Kind, boolean> = {
    question: question !== null,
    taps: checkIns.length + chips.length > 0,
    choice: choices.length > 0,
    rating: ratings.length > 0,
    measure: Boolean(content.measure),
    safety: Boolean(content.safetyCheck),
    signs: Boolean(content.asksEarlySigns),
    threads: Boolean(content.reviewsThreads || content.namesThread),
    note: question === null && isOnlyText(content),
  };
  return KINDS.filter((kind) => is[kind]);
}

/** Whether a template is looked for: by any word a client or a colleague reads in it, and by its kind. */
export function isFound(
  { content }: Pick<PromptTemplateView, 'content'>,
  { q = '', kind }: LibrarySearch,
): boolean {
  if (kind && !kindsOf(content).includes(kind)) return false;
  const sought = q.trim().toLocaleLowerCase();
  return !sought || textsOf(content).some((text) => text.toLocaleLowerCase().includes(sought));
}

/** Every text of a prompt: its name first, then what a client reads. */
export function textsOf(content: PromptContent): string[] {
  const { title, question, hint, choices = [], ratings = [] } = content;
  return [
    title,
    question ?? '',
    hint,
    ...choices.flatMap((each) => [each.question, each.hint, ...each.options.map(({ label }) => label)]),
    ...ratings.flatMap((each) => [each.question, each.low, each.high]),
  ].filter(Boolean);
}

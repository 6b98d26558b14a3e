import { measureIn, type PromptContent, type PromptTemplateView } from '../../api-client/calls-library.js';
import { isOnlyText } from '../library/prompt-draft.js';
import type { StepDraft } from './plan-draft.js';

export interface StepPrompt {
  title: string;
  question: string | null;
  informs: boolean;
  /** The code of the measure it asks, or null. */
  measure: string | null;
  number: number;
  newest: number;
  /** An earlier version than the newest one. */
  isPinned: boolean;
  /** Of its newest version. */
  content: PromptContent;
}

/** The prompt a step asks, as the library has it now; undefined while none is chosen. */
export function promptOf(
  { prompt }: Pick<StepDraft, 'prompt'>,
  prompts: readonly PromptTemplateView[],
): StepPrompt | undefined {
  const template = prompts.find(({ id }) => id === prompt.template);
  if (!template) return undefined;
  const { content, number: newest } = template;
  const number = prompt.number ?? newest;
  return {
    title: content.title,
    question: content.question ?? content.choices?.[0]?.question ?? content.ratings?.[0]?.question ?? null,
    informs: content.question === null && isOnlyText(content),
    measure: measureIn(content),
    number,
    newest,
    isPinned: number < newest,
    content,
  };
}

import type { PromptContent } from './prompt-template.types.js';

/** What a step asks beside its question, its taps and its measure. */
export type StepAsk = 'safety-check' | 'early-signs' | 'thread-review' | 'thread-name';

/** In the order in which a client meets them, the one on the open page last. */
export function asksOf(content: PromptContent): StepAsk[] {
  const { safetyCheck, asksEarlySigns, reviewsThreads, namesThread } = content;
  return [
    ...(safetyCheck ? ['safety-check' as const] : []),
    ...(asksEarlySigns ? ['early-signs' as const] : []),
    ...(reviewsThreads ? ['thread-review' as const] : []),
    ...(namesThread ? ['thread-name' as const] : []),
  ];
}

import type { PromptContent } from '@app/plans/prompt-template.types.js';
import type { PromptContentDto } from './prompt-template.dto.js';

/** The content as it is kept: its own fields, without those that say nothing. */
export function contentOf(dto: PromptContentDto): PromptContent {
  const { choices = [], ratings = [], measure } = dto;
  return {
    title: dto.title.trim(),
    question: dto.question ?? null,
    hint: dto.hint,
    checkIns: dto.checkIns,
    chips: dto.chips,
    ...(choices.length > 0 && {
      choices: choices.map(({ id, question, hint, options, many }) => ({
        id,
        question,
        hint,
        options: options.map((option) => ({ id: option.id, label: option.label })),
        many,
      })),
    }),
    ...(ratings.length > 0 && {
      ratings: ratings.map(({ id, question, low, high }) => ({ id, question, low, high })),
    }),
    ...(measure && { measure: { code: measure.code, version: measure.version } }),
    ...(dto.safetyCheck && { safetyCheck: true as const }),
    ...(dto.asksEarlySigns && { asksEarlySigns: true as const }),
    ...(dto.reviewsThreads && { reviewsThreads: true as const }),
    ...(dto.namesThread && { namesThread: true as const }),
  };
}

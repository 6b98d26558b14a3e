import type { ReflectionBody } from './reflection-body.js';

/** A choice or a rating that was answered, in the words of whoever asked. */
export type AnsweredTap =
  | { kind: 'choice'; question: string; chosen: string[] }
  | { kind: 'rating'; question: string; low: string; high: string; value: number };

/** What was answered, in the order it was asked; what was skipped is absent. */
export function answeredTaps({ question: asked, choices = {}, ratings = {} }: ReflectionBody): AnsweredTap[] {
  const chosen = (asked.choices ?? []).flatMap(({ id, question, options }): AnsweredTap[] => {
    const labels = options.filter((option) => choices[id]?.includes(option.id)).map(({ label }) => label);
    return labels.length > 0 ? [{ kind: 'choice', question, chosen: labels }] : [];
  });
  const rated = (asked.ratings ?? []).flatMap(({ id, question, low, high }): AnsweredTap[] => {
    const value = ratings[id];
    return value === undefined ? [] : [{ kind: 'rating', question, low, high, value }];
  });
  return [...chosen, ...rated];
}

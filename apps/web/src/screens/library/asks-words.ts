import { CHALLENGES, type PromptContent, SHIFTS } from '../../api-client/calls-library.js';
import type { MeasureView } from '../../api-client/calls-measures.js';
import { say } from '../../words-library.js';
import { measureTitle } from './measure-facts.js';
import { isOnlyText } from './prompt-draft.js';

/** "Open question, 2 check-ins, PHQ-9" */
export function asksWords(content: PromptContent, measures: readonly MeasureView[]): string {
  const { question, checkIns, chips, choices = [], ratings = [], measure } = content;
  if (question === null && isOnlyText(content)) return sentence([say('promptAsks.note')]);
  const has = (codes: readonly string[]) => chips.some((code) => codes.includes(code));
  return sentence([
    question !== null && say('promptAsks.question'),
    checkIns.length > 0 && say('promptAsks.checkIns', { n: checkIns.length }),
    has(CHALLENGES) && say('promptAsks.challenges'),
    has(SHIFTS) && say('promptAsks.shifts'),
    content.namesThread && say('promptAsks.namesThread'),
    choices.length > 0 && say('promptAsks.choices', { n: choices.length }),
    content.asksEarlySigns && say('promptAsks.earlySigns'),
    content.reviewsThreads && say('promptAsks.threads'),
    ratings.length > 0 && say('promptAsks.ratings', { n: ratings.length }),
    content.safetyCheck && say('promptAsks.safetyCheck'),
    measure && measureTitle(measures, measure.code),
  ]);
}

function sentence(parts: (string | false | null | undefined)[]): string {
  const text = parts.filter(Boolean).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

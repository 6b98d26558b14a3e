import { CHALLENGES, type PromptContent, SHIFTS } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { isOnlyText } from './prompt-draft.js';

/** "Open question, 2 check-ins, challenges" */
export function asksWords(content: PromptContent): string {
  const { question, checkIns, chips, choices = [], ratings = [] } = content;
  if (question === null && isOnlyText(content)) return sentence([say('promptAsks.note')]);
  const has = (codes: readonly string[]) => chips.some((code) => codes.includes(code));
  return sentence([
    question !== null && say('promptAsks.question'),
    checkIns.length > 0 && say('promptAsks.checkIns', { n: checkIns.length }),
    has(CHALLENGES) && say('promptAsks.challenges'),
    has(SHIFTS) && say('promptAsks.shifts'),
    choices.length > 0 && say('promptAsks.choices', { n: choices.length }),
    ratings.length > 0 && say('promptAsks.ratings', { n: ratings.length }),
  ]);
}

function sentence(parts: (string | false)[]): string {
  const text = parts.filter(Boolean).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

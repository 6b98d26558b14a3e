import type { AskedQuestion, ChoiceQuestion, RatingQuestion } from '@app/plans/prompt-template.types.js';
import type { Say } from '@app/design/words/say.js';
import { EARLY_SIGNS_ID, threadQuestionId } from './asked-ids.rules.js';

/** A choice offers no more. */
const MOST_SIGNS = 8;
const MOST_THREADS = 5;
const FITS = ['fits', 'not-quite', 'not-sure'] as const;

/** Agreed with the client, in their words. */
export interface AgreedSign {
  id: string;
  words: string;
}

/** A thread whose name may stand on the client's pages. */
export interface SharedThread {
  id: string;
  name: string;
  /** What 0 and 10 mean; null: not said. */
  scale: { low: string; high: string } | null;
}

/** What a client's own course adds to a question, the oldest first. */
export interface AskedExtras {
  signs: readonly AgreedSign[];
  threads: readonly SharedThread[];
}

/** The question with what it asks of this client alone. What was not agreed or shared yet is left out. */
export function withExtras(asked: AskedQuestion, { signs, threads }: AskedExtras, say: Say): AskedQuestion {
  const reviewed = asked.reviewsThreads ? threads.slice(0, MOST_THREADS) : [];
  const choices = [
    ...(asked.choices ?? []),
    ...(asked.asksEarlySigns && signs.length > 0 ? [signChoice(signs.slice(0, MOST_SIGNS), say)] : []),
    ...reviewed.map((thread) => threadChoice(thread, say)),
  ];
  const ratings = [...(asked.ratings ?? []), ...reviewed.map((thread) => threadRating(thread, say))];
  return {
    ...asked,
    ...(choices.length > 0 && { choices }),
    ...(ratings.length > 0 && { ratings }),
  };
}

function signChoice(signs: readonly AgreedSign[], say: Say): ChoiceQuestion {
  return {
    id: EARLY_SIGNS_ID,
    question: say('askedExtras.earlySigns'),
    hint: say('askedExtras.earlySignsHint'),
    options: signs.map(({ id, words }) => ({ id, label: words })),
    many: true,
  };
}

function threadChoice({ id, name }: SharedThread, say: Say): ChoiceQuestion {
  return {
    id: threadQuestionId(id),
    question: say('askedExtras.threadFits', { name }),
    hint: '',
    options: FITS.map((fit) => ({ id: fit, label: say(`askedExtras.${fit}`) })),
    many: false,
  };
}

function threadRating({ id, name, scale }: SharedThread, say: Say): RatingQuestion {
  return {
    id: threadQuestionId(id),
    question: say('askedExtras.threadRating', { name }),
    low: scale?.low ?? say('askedExtras.ratingLow'),
    high: scale?.high ?? say('askedExtras.ratingHigh'),
  };
}

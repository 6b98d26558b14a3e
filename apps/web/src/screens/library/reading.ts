import { wordCount } from '@app/design/words/reading-grade.js';
import { gradeOf, type ToneTrouble, toneTroubles } from '@app/design/words/tone.js';
import type { PromptContent } from '../../api-client/calls-library.js';
import { kindsOf, textsOf } from './kinds.js';

export interface Reading {
  /** US school grade of the hardest part, at least 1; null where there are too few words to tell. */
  grade: number | null;
  /** Null while nothing is written. */
  longest: { sentence: string; words: number } | null;
}

/** How hard a prompt reads: what a client reads of it, not its title for staff. */
export function readingOf(content: PromptContent): Reading {
  const texts = clientTextsOf(content);
  const sentences = texts.flatMap(sentencesOf);
  const whole = texts.map((text) => text.replace(/[^.?!:]$/, '$&.')).join(' ');
  // A hard question stays hard, however many short answers stand under it.
  const grades = [whole, ...texts].flatMap((text) => gradeOf(text) ?? []);
  const [longest] = sentences
    .map((sentence) => ({ sentence, words: wordCount(sentence) }))
    .sort((a, b) => b.words - a.words);
  return {
    grade: grades.length === 0 ? null : Math.max(1, Math.round(Math.max(...grades))),
    longest: longest && longest.words > 0 ? longest : null,
  };
}

/** Where a text does not sound like us, and how. */
export const tonesOf = (content: PromptContent): { text: string; trouble: ToneTrouble }[] =>
  clientTextsOf(content).flatMap((text) => toneTroubles(text).map((trouble) => ({ text, trouble })));

/** The title is for staff, unless it stands above a text that only tells something. */
const clientTextsOf = (content: PromptContent): string[] =>
  textsOf(content).slice(content.title && !kindsOf(content).includes('note') ? 1 : 0);

const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.?!:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

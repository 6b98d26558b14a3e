import { readingGrade, wordCount } from './reading-grade.js';

/** Pages and e-mails for clients stay at or below this grade. */
export const HIGHEST_GRADE = 6;
/** A grade says little about a label of a few words. */
const FEWEST_WORDS = 9;

/** What does not sound like us, one code a kind. */
export type ToneTrouble = 'shouts' | 'labels' | 'scolds' | 'cheers' | 'hurries' | 'measures' | 'embellishes';

const NEVER_SAID: Readonly<Record<ToneTrouble, RegExp>> = {
  shouts: /!/,
  labels: /\bpatients?\b/i,
  scolds: /\byou haven[’']t\b|\byou have not\b|\byou missed\b|\boverdue\b|\boops\b/i,
  cheers: /\bcongrat|\bgreat job\b|\bwell done\b|\bkeep it up\b|\bamazing\b/i,
  hurries: /\bdon[’']t forget\b|\breminder|\bhurry\b/i,
  measures: /\bstreak|\bscore\b/i,
  embellishes: /\bjourney\b/i,
};

/** Everything in a text that neither a client nor we would say; empty when it sounds as it should. */
export function toneTroubles(text: string): ToneTrouble[] {
  return (Object.keys(NEVER_SAID) as ToneTrouble[]).filter((code) => NEVER_SAID[code].test(text));
}

/**
 * The reading grade of a text that is long enough to have one; null for a label.
 * @see readingGrade
 */
export function gradeOf(text: string): number | null {
  return wordCount(text) < FEWEST_WORDS ? null : readingGrade(text);
}

/** Whether a text is harder to read than what clients get. */
export function isHardToRead(text: string): boolean {
  const grade = gradeOf(text);
  return grade !== null && grade > HIGHEST_GRADE;
}

import { informs } from './prompt-content.rules.js';
import type { PromptContent } from './prompt-template.types.js';

/**
 * Silent reading of English non-fiction: 238 words a minute on average (Brysbaert 2019, a review of 190 studies,
 * Journal of Memory and Language 109, 104047).
 */
export const WORDS_A_MINUTE = 238;

/**
 * What we expect to come back, in words: our own estimate and no finding. A few sentences to an open question, one
 * line for each tap.
 */
const WORDS_OF_AN_ANSWER = 90;
const WORDS_OF_A_TAP = 6;
/** Of a measure its title, total, band and change are read as one sentence; then each answer, as a tap. */
const WORDS_OF_A_TOTAL = 15;
/** A client taps, reads a line and moves on. */
const SECONDS_OF_A_TAP = 5;
const SECONDS_OF_AN_ANSWER = 60;

/** How long a measure is to read and to answer. */
export interface MeasureSize {
  /** Its questions, the unscored ones too. */
  items: number;
  words: number;
}

/**
 * Words a practitioner reads of one prompt: the question and what is expected to come back.
 * @param measure what it asks a measure with; null: none
 */
export function wordsToRead(content: PromptContent, measure: MeasureSize | null): number {
  if (informs(content)) return 0;
  const { question } = content;
  const written = question === null ? 0 : wordCount(question) + WORDS_OF_AN_ANSWER;
  const measured = measure ? WORDS_OF_A_TOTAL + measure.items * WORDS_OF_A_TAP : 0;
  return written + taps(content) * WORDS_OF_A_TAP + measured;
}

/**
 * Minutes a week a practitioner reads for one client, rounded up to whole ones; 0 when nothing is asked.
 * @param words of each prompt within `days`
 * @param days over which they are spread, at least 1
 */
export function minutesAWeek(words: readonly number[], days: number): number {
  const total = words.reduce((sum, one) => sum + one, 0);
  return Math.ceil(((total / WORDS_A_MINUTE) * 7) / Math.max(1, days));
}

/** Minutes a client needs for one prompt, at least 1. */
export function minutesToAnswer(content: PromptContent, measure: MeasureSize | null): number {
  const { question, hint } = content;
  const { items, words } = measure ?? { items: 0, words: 0 };
  const read = ((wordCount(`${question ?? ''} ${hint}`) + words) / WORDS_A_MINUTE) * 60;
  const write = question === null ? 0 : SECONDS_OF_AN_ANSWER;
  const tap = informs(content) ? 0 : (taps(content) + items) * SECONDS_OF_A_TAP;
  return Math.max(1, Math.round((read + write + tap) / 60));
}

function taps({ checkIns, chips, choices = [], ratings = [], safetyCheck }: PromptContent): number {
  const once = (chips.length > 0 ? 1 : 0) + (safetyCheck ? 1 : 0);
  return checkIns.length + choices.length + ratings.length + once;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}

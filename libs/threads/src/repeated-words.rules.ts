import { quoteOf, type TextRange } from '@app/reflections/ranges.rules.js';
import type { PlainWords } from './plain-words.types.js';

/** What a client wrote, as far as it was read. */
export interface ReadWords {
  reflectionId: string;
  words: string;
}

export interface RepeatedUse extends TextRange {
  reflectionId: string;
}

/** Words a client used again and again, as they first wrote them, with every place they stand in. */
export interface RepeatedWords {
  phrase: string;
  uses: RepeatedUse[];
}

/** In how many different reflections something must stand. */
export const REPEATED_IN = 3;
const LONGEST_PHRASE = 5;
/** Of a word that stands alone, in characters. */
const SHORTEST_WORD = 4;
const MOST_SUGGESTIONS = 20;

interface Word extends TextRange {
  /** In small letters, with a plain apostrophe: two words with the same form are the same word. */
  form: string;
  /** Nothing but space stands between it and the word before. */
  followsOn: boolean;
}

/**
 * Exact phrases of two to five words, and distinctive single words, that stand in at least three different
 * reflections; capitals do not matter. Those in the most reflections first. `oldestFirst` is what was read, `plain`
 * the words of its language that say little. Nothing is said that the client did not write.
 */
export function repeatedWords(oldestFirst: readonly ReadWords[], plain: PlainWords): RepeatedWords[] {
  const found = new Map<string, RepeatedUse[]>();
  for (const { reflectionId, words } of oldestFirst) {
    for (const { form, from, to } of phrasesIn(words, plain)) {
      const uses = found.get(form) ?? [];
      uses.push({ reflectionId, from, to });
      found.set(form, uses);
    }
  }
  const repeated = [...found.values()].filter((uses) => reflectionsOf(uses) >= REPEATED_IN);
  const texts = new Map(oldestFirst.map(({ reflectionId, words }) => [reflectionId, words]));
  return withoutParts(repeated)
    .sort((a, b) => reflectionsOf(b) - reflectionsOf(a) || b.length - a.length)
    .slice(0, MOST_SUGGESTIONS)
    .map((uses) => ({ phrase: quoteOf(texts.get(uses[0]!.reflectionId)!, uses[0]!), uses }));
}

function* phrasesIn(text: string, plain: PlainWords): Generator<TextRange & { form: string }> {
  const words = wordsIn(text);
  for (const [start, first] of words.entries()) {
    if (plain.small.has(first.form)) continue;
    if (isDistinctive(first.form, plain)) yield first;
    let form = first.form;
    for (const word of words.slice(start + 1, start + LONGEST_PHRASE)) {
      if (!word.followsOn) break;
      form += ` ${word.form}`;
      if (!plain.small.has(word.form)) yield { form, from: first.from, to: word.to };
    }
  }
}

function isDistinctive(form: string, plain: PlainWords): boolean {
  return [...form].length >= SHORTEST_WORD && !plain.common.has(form) && /\p{L}/u.test(form);
}

function wordsIn(text: string): Word[] {
  let end = -1;
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)].map((match) => {
    const from = match.index;
    const followsOn = end >= 0 && /^[^\S\r\n]+$/u.test(text.slice(end, from));
    end = from + match[0].length;
    return { from, to: end, form: match[0].normalize('NFC').toLowerCase().replaceAll('’', "'"), followsOn };
  });
}

/** Longest first: what stands nowhere but inside of a longer phrase that is repeated as well says less. */
function withoutParts(repeated: readonly RepeatedUse[][]): RepeatedUse[][] {
  const longestFirst = [...repeated].sort((a, b) => lengthOf(b) - lengthOf(a));
  const kept: RepeatedUse[][] = [];
  for (const uses of longestFirst) {
    const isPart = uses.every((use) => kept.some((longer) => longer.some((other) => holds(other, use))));
    if (!isPart) kept.push(uses);
  }
  return kept;
}

function lengthOf([first]: readonly RepeatedUse[]): number {
  return first!.to - first!.from;
}

function holds(outer: RepeatedUse, inner: RepeatedUse): boolean {
  return outer.reflectionId === inner.reflectionId && outer.from <= inner.from && inner.to <= outer.to;
}

function reflectionsOf(uses: readonly RepeatedUse[]): number {
  return new Set(uses.map(({ reflectionId }) => reflectionId)).size;
}

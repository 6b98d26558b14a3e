import type { PhraseList } from './phrases.types.js';

/** Where a phrase stands in what was written: UTF-16 code units, `to` not included. */
export interface FoundPhrase {
  phrase: string;
  from: number;
  to: number;
}

interface Word {
  /** Lower case, without apostrophes. */
  plain: string;
  from: number;
  to: number;
}

/** Of each language the newest version, by language. */
export function newestLists(lists: readonly PhraseList[]): PhraseList[] {
  const languages = [...new Set(lists.map(({ language }) => language))].sort();
  return languages.map((language) => phraseListOf(language, lists)!);
}

/** The newest list of a language (`en`, `en-US`); null where there is none: nothing is looked for then. */
export function phraseListOf(language: string, lists: readonly PhraseList[]): PhraseList | null {
  const short = language.toLowerCase().split('-')[0];
  const versions = lists.filter((list) => list.language === short);
  return versions.sort((one, other) => other.version - one.version)[0] ?? null;
}

/**
 * Every listed phrase that stands in the words, whole words only, whatever the case, the kind of apostrophe and the
 * space between. In the order of the words; of two that begin together the longer one.
 */
export function foundPhrases(words: string, list: PhraseList): FoundPhrase[] {
  const text = wordsOf(words);
  const looked = list.phrases.map((phrase) => ({ phrase, parts: wordsOf(phrase).map(({ plain }) => plain) }));
  return text.flatMap((first, at) => {
    const fits = looked
      .filter(({ parts }) => standsAt(words, text, at, parts))
      .sort((one, other) => other.parts.length - one.parts.length);
    const [longest] = fits;
    if (!longest) return [];
    const last = text[at + longest.parts.length - 1]!;
    return [{ phrase: longest.phrase, from: first.from, to: last.to }];
  });
}

/** The sentence that a range stands in, without what is around it. */
export function sentenceAround(words: string, { from, to }: { from: number; to: number }): string {
  const before = words.slice(0, from);
  const begins = Math.max(...['.', '!', '?'].map((end) => before.lastIndexOf(end))) + 1;
  const length = words.slice(to).search(/[.!?]/);
  const ends = length === -1 ? words.length : to + length + 1;
  return words.slice(begins, ends).trim();
}

function standsAt(words: string, text: readonly Word[], at: number, parts: readonly string[]): boolean {
  return parts.every((part, step) => {
    const word = text[at + step];
    if (word?.plain !== part) return false;
    const before = step === 0 ? null : text[at + step - 1]!;
    return before === null || /^\s+$/.test(words.slice(before.to, word.from));
  });
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’‘ʼ`´＇][\p{L}\p{N}\p{M}]+)*/gu)].map((match) => ({
    plain: match[0]
      .normalize('NFKC')
      .replace(/['’‘ʼ`´＇]/g, '')
      .toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

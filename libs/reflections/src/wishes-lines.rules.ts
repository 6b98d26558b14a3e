import type { TextRange } from './ranges.rules.js';

/** Where these words are one line after the other: sentences of their language, each without the space around it. */
export function linesOf(words: string, locale: string): TextRange[] {
  return [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(words)].flatMap(
    ({ segment, index }) => partsOf(segment, index),
  );
}

/** A line break ends a line too: a list is as many lines as it has. */
function partsOf(segment: string, index: number): TextRange[] {
  return [...segment.matchAll(/[^\r\n]+/g)].flatMap(({ 0: part, index: at }) => {
    const from = index + at + (part.length - part.trimStart().length);
    const to = from + part.trim().length;
    return from < to ? [{ from, to }] : [];
  });
}

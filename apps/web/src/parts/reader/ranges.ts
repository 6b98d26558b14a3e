import type { TextRange } from '../../api-client/calls-threads.js';

/** Ranges are UTF-16 code units of the words, as the API counts them: from the first, to the one after the last. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences, without the space around them; a line of its own is one too. */
export function sentencesOf(words: string): TextRange[] {
  return [...segmenter.segment(words)].flatMap(({ segment, index }) => {
    const text = segment.trim();
    if (!text) return [];
    const from = index + segment.indexOf(text);
    return [{ from, to: from + text.length }];
  });
}

/** In order of the text, what touches or overlaps as one. */
export function merged(ranges: readonly TextRange[]): TextRange[] {
  const found: TextRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

export const overlaps = (a: TextRange, b: TextRange): boolean => a.from < b.to && b.from < a.to;

/** Whether every character of the range is in one of them. */
export const isCovered = (ranges: readonly TextRange[], range: TextRange): boolean =>
  merged(ranges).some(({ from, to }) => from <= range.from && range.to <= to);

/** The same without these characters: a range may become shorter, or two. */
export const without = (ranges: readonly TextRange[], taken: TextRange): TextRange[] =>
  merged(ranges).flatMap((range) =>
    overlaps(range, taken)
      ? [
          { from: range.from, to: Math.min(range.to, taken.from) },
          { from: Math.max(range.from, taken.to), to: range.to },
        ].filter(({ from, to }) => from < to)
      : [range],
  );

/** Chosen once it is in, chosen again it is out. */
export const toggled = (ranges: readonly TextRange[], range: TextRange): TextRange[] =>
  isCovered(ranges, range) ? without(ranges, range) : merged([...ranges, range]);

/** What a hand selected, without the space at its ends and with no character cut in half; null where nothing is left. */
export function tidied(words: string, { from, to }: TextRange): TextRange | null {
  let [start, end] = [Math.max(0, Math.min(from, to)), Math.min(words.length, Math.max(from, to))];
  while (start < end && /\s/.test(words.charAt(start))) start += 1;
  while (end > start && /\s/.test(words.charAt(end - 1))) end -= 1;
  if (isSecondHalf(words, start)) start -= 1;
  if (isSecondHalf(words, end)) end += 1;
  return start < end ? { from: start, to: end } : null;
}

const isSecondHalf = (words: string, at: number) =>
  /[\uD800-\uDBFF]/.test(words.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(words.charAt(at));

/** Who drew on the words, one layer each. */
export interface Layer {
  kind: 'mine' | 'theirs' | 'starred' | 'found' | 'inHand';
  ranges: readonly TextRange[];
  /** Initials, of a colleague. */
  by?: string;
}
export interface Piece extends TextRange {
  text: string;
  kinds: Layer['kind'][];
  /** Initials of colleagues whose highlight ends here. */
  endsOf: string[];
}

/** The words cut where a layer begins or ends; joined again they are the same to the letter. */
export function piecesOf(
  words: string,
  layers: readonly Layer[],
  within: TextRange = { from: 0, to: words.length },
): Piece[] {
  const cuts = new Set([within.from, within.to]);
  for (const { ranges } of layers)
    for (const { from, to } of ranges)
      for (const at of [from, to]) if (at > within.from && at < within.to) cuts.add(at);
  const at = [...cuts].sort((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1] ?? within.to;
    const on = layers.filter(({ ranges }) => ranges.some((range) => overlaps(range, { from, to })));
    const ending = on.filter(({ by, ranges }) => by && ranges.some((range) => range.to === to));
    return {
      from,
      to,
      text: words.slice(from, to),
      kinds: [...new Set(on.map(({ kind }) => kind))],
      endsOf: ending.flatMap(({ by }) => by ?? []),
    };
  });
}

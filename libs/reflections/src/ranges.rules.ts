/**
 * Part of what a client wrote: UTF-16 code units of the words, from the first that belongs to it to the first that
 * no longer does.
 */
export interface TextRange {
  from: number;
  to: number;
}

/** Whole numbers, not empty, inside the words, and no character of two code units is cut in half. */
export function isRange(words: string, { from, to }: TextRange): boolean {
  return (
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    0 <= from &&
    from < to &&
    to <= words.length &&
    !cutsPair(words, from) &&
    !cutsPair(words, to)
  );
}

/** The words of a range, verbatim. */
export function quoteOf(words: string, { from, to }: TextRange): string {
  return words.slice(from, to);
}

/** The same characters in as few ranges as possible, in the order of the text; what touches becomes one. */
export function mergedRanges(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Does a border stand between the two halves of one character? */
function cutsPair(words: string, at: number): boolean {
  return isHigh(words.charCodeAt(at - 1)) && isLow(words.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

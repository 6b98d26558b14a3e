import type { TextRange } from '../../api-client/calls-threads.js';

/** Some words in a row, by number: the one they began with, and the one that keys move. */
export interface InHand {
  anchor: number;
  head: number;
}

/** What stands between spaces. A language that writes without them still has its sentences. */
export const wordsIn = (words: string, { from, to }: TextRange): TextRange[] =>
  [...words.slice(from, to).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    from: from + index,
    to: from + index + word.length,
  }));

/**
 * One word on (+1) or back (-1), never past the ends of `count` words; stretching, those passed stay in hand.
 * Nothing in hand yet: the first word, or the last.
 */
export function stepped(
  inHand: InHand | null,
  by: 1 | -1,
  { count, isStretching }: { count: number; isStretching: boolean },
): InHand | null {
  if (count === 0) return null;
  const wanted = inHand ? inHand.head + by : by === 1 ? 0 : count - 1;
  const head = Math.min(Math.max(wanted, 0), count - 1);
  return { anchor: inHand && isStretching ? inHand.anchor : head, head };
}

/** Where the words in hand stand. */
export function rangeOf(inHand: InHand | null, all: readonly TextRange[]): TextRange | null {
  if (!inHand) return null;
  const first = all[Math.min(inHand.anchor, inHand.head)];
  const last = all[Math.max(inHand.anchor, inHand.head)];
  return first && last ? { from: first.from, to: last.to } : null;
}

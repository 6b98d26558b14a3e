import { Temporal } from 'temporal-polyfill';
import { isRange, type TextRange } from './ranges.rules.js';
import type { StarredLine, Wish, Wishes } from './wishes.types.js';

export const NO_WISHES: Wishes = { starred: [], dontRaise: false, showBack: [] };

/** Words come back to whoever wrote them when they are older than this. */
export const SHOWN_BACK_AFTER_DAYS = 3;

/** The wishes after one more; null when the line is none of these words. The same wish twice is one. */
export function wishesAfter(
  wishes: Wishes,
  wish: Wish,
  { words, now }: { words: string; now: Temporal.Instant },
): Wishes | null {
  if ('line' in wish && !isRange(words, wish.line)) return null;
  switch (wish.act) {
    case 'star':
      return has(wishes.starred, wish.line)
        ? wishes
        : { ...wishes, starred: inOrder([...wishes.starred, starOf(wish.line, now)]) };
    case 'unstar':
      return { ...wishes, starred: without(wishes.starred, wish.line) };
    case 'show-back':
      return has(wishes.showBack, wish.line)
        ? wishes
        : { ...wishes, showBack: inOrder([...wishes.showBack, bare(wish.line)]) };
    case 'hide-back':
      return { ...wishes, showBack: without(wishes.showBack, wish.line) };
    case 'dont-raise':
    case 'may-raise':
      return { ...wishes, dontRaise: wish.act === 'dont-raise' };
  }
}

/**
 * Which line is shown back, of reflections newest or oldest first: the first allowed line of the newest reflection
 * that is more than three days old. One line at most: a memory, not a feed.
 */
export function shownBackLine<Sent extends { sentAt: Temporal.Instant; wishes: Wishes }>(
  sent: readonly Sent[],
  now: Temporal.Instant,
): { sent: Sent; line: TextRange } | null {
  const latest = now.subtract({ hours: SHOWN_BACK_AFTER_DAYS * 24 });
  const [newest] = sent
    .filter(({ sentAt, wishes }) => wishes.showBack.length > 0 && isBefore(sentAt, latest))
    .sort((one, other) => Temporal.Instant.compare(other.sentAt, one.sentAt));
  return newest ? { sent: newest, line: newest.wishes.showBack[0]! } : null;
}

/** Is exactly this line among them? */
export function has(lines: readonly TextRange[], line: TextRange): boolean {
  return lines.some((one) => isSame(one, line));
}

function isBefore(at: Temporal.Instant, latest: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, latest) < 0;
}

function without<Line extends TextRange>(lines: readonly Line[], line: TextRange): Line[] {
  return lines.filter((one) => !isSame(one, line));
}

function isSame(one: TextRange, other: TextRange): boolean {
  return one.from === other.from && one.to === other.to;
}

function starOf(line: TextRange, now: Temporal.Instant): StarredLine {
  return { ...bare(line), at: now.toString() };
}

function bare({ from, to }: TextRange): TextRange {
  return { from, to };
}

function inOrder<Line extends TextRange>(lines: Line[]): Line[] {
  return lines.sort((one, other) => one.from - other.from || one.to - other.to);
}

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isRange, quoteOf } from './ranges.rules.js';
import { NO_WISHES, shownBackLine, wishesAfter } from './wishes.rules.js';
import { linesOf } from './wishes-lines.rules.js';
import type { Wish, Wishes } from './wishes.types.js';

const now = Temporal.Instant.from('2026-11-10T18:00:00Z');
const words = 'I paused. It was small. Then the day went on.';
const line = { from: 10, to: 23 };
const later = now.add({ hours: 1 });

const after = (wishes: Wishes, wish: Wish, at = now) => wishesAfter(wishes, wish, { words, now: at });

describe('a wish for one reflection', () => {
  it('stars a line, with since when', () => {
    expect(after(NO_WISHES, { act: 'star', line })).toEqual({
      ...NO_WISHES,
      starred: [{ ...line, at: '2026-11-10T18:00:00Z' }],
    });
  });

  it('keeps the first time of a line that is starred twice', () => {
    const once = after(NO_WISHES, { act: 'star', line })!;
    expect(after(once, { act: 'star', line }, later)).toEqual(once);
  });

  it.each<[Wish, Wish]>([
    [
      { act: 'star', line },
      { act: 'unstar', line },
    ],
    [
      { act: 'show-back', line },
      { act: 'hide-back', line },
    ],
    [{ act: 'dont-raise' }, { act: 'may-raise' }],
  ])('%j is taken back by %j', (wish, undo) => {
    expect(after(after(NO_WISHES, wish)!, undo)).toEqual(NO_WISHES);
  });

  it('leaves every other wish as it is', () => {
    const all = [
      { act: 'star', line },
      { act: 'dont-raise' },
      { act: 'show-back', line: { from: 0, to: 9 } },
    ] as const;
    expect(all.reduce<Wishes>((wishes, wish) => after(wishes, wish)!, NO_WISHES)).toEqual({
      starred: [{ ...line, at: '2026-11-10T18:00:00Z' }],
      dontRaise: true,
      showBack: [{ from: 0, to: 9 }],
    });
  });

  it('is refused for a line that is not in the words', () => {
    expect(after(NO_WISHES, { act: 'star', line: { from: 40, to: 400 } })).toBeNull();
    expect(after(NO_WISHES, { act: 'show-back', line: { from: 3, to: 3 } })).toBeNull();
  });
});

describe('what is shown back', () => {
  const sent = (days: number, showBack = [line]) => ({
    sentAt: now.subtract({ minutes: Math.round(24 * 60 * days) }),
    wishes: { ...NO_WISHES, showBack },
  });

  it.each([
    ['nothing was allowed', [sent(12, [])], null],
    ['it was sent three days ago to the minute', [sent(3)], null],
    ['it was sent before that', [sent(3.25)], 3.25],
    ['there are several: the newest', [sent(20), sent(12), sent(40)], 12],
    ['the newest is too young: the next', [sent(1), sent(12)], 12],
    ['the newest is not allowed: the next', [sent(5, []), sent(12)], 12],
  ])('when %s', (_when, all, days) => {
    const shown = shownBackLine(all, now);
    expect(shown && now.since(shown.sent.sentAt).total('days')).toBe(days);
  });
});

describe('lines', () => {
  it.each([
    ['I paused. It was small.', ['I paused.', 'It was small.']],
    ['  Enough.  \n\n – bread\n – milk  ', ['Enough.', '– bread', '– milk']],
    ['She said “wait.” I did!', ['She said “wait.”', 'I did!']],
    ['', []],
    [' \n ', []],
    ['今日は休んだ。よかった。', ['今日は休んだ。', 'よかった。']],
  ])('%j', (text, lines) => {
    expect(linesOf(text, 'en-US').map((range) => quoteOf(text, range))).toEqual(lines);
  });

  it('are ranges of the words, in order, and lose nothing but space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const lines = linesOf(text, 'en-US');
        expect(lines.every((range) => isRange(text, range))).toBe(true);
        expect(lines.every(({ from }, index) => index === 0 || from >= lines[index - 1]!.to)).toBe(true);
        const kept = lines.map((range) => quoteOf(text, range)).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

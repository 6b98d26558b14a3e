import fc from 'fast-check';
import { isRange, mergedRanges, quoteOf, type TextRange } from './ranges.rules.js';

const WORDS = 'A field 🌾, and I could rest.';

describe('a range of words', () => {
  it.each([
    ['a word', { from: 2, to: 7 }, 'field'],
    ['a character of two code units, whole', { from: 8, to: 10 }, '🌾'],
    ['everything', { from: 0, to: WORDS.length }, WORDS],
  ])('is %s, verbatim', (_, range, quote) => {
    expect(isRange(WORDS, range)).toBe(true);
    expect(quoteOf(WORDS, range)).toBe(quote);
  });

  it.each([
    ['nothing', { from: 3, to: 3 }],
    ['the wrong way round', { from: 7, to: 2 }],
    ['beyond the end', { from: 2, to: WORDS.length + 1 }],
    ['before the beginning', { from: -1, to: 3 }],
    ['half a code unit', { from: 0.5, to: 3 }],
    ['no number', { from: NaN, to: 3 }],
    ['the second half of a character', { from: 9, to: 12 }],
    ['the first half of a character', { from: 2, to: 9 }],
  ])('is not %s', (_, range) => {
    expect(isRange(WORDS, range)).toBe(false);
  });

  it('never gives half a character, whatever is asked for', () => {
    const aText = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(
        aText,
        fc.integer({ min: -2, max: 50 }),
        fc.integer({ min: -2, max: 50 }),
        (words, from, to) => {
          if (!isRange(words, { from, to })) return;
          expect(quoteOf(words, { from, to })).not.toMatch(/\p{Cs}/u);
          expect(words.startsWith(quoteOf(words, { from, to }), from)).toBe(true);
        },
      ),
    );
  });
});

describe('merged ranges', () => {
  it.each<[string, TextRange[], TextRange[]]>([
    ['none', [], []],
    ['apart, out of order', [r(8, 9), r(1, 3)], [r(1, 3), r(8, 9)]],
    ['touching', [r(1, 3), r(3, 5)], [r(1, 5)]],
    ['overlapping', [r(1, 4), r(3, 5)], [r(1, 5)]],
    ['one within another', [r(1, 9), r(3, 5)], [r(1, 9)]],
    ['twice the same', [r(1, 9), r(1, 9)], [r(1, 9)]],
  ])('are as few as possible: %s', (_, given, merged) => {
    expect(mergedRanges(given)).toEqual(merged);
  });

  it('cover the same characters, apart from each other and in order', () => {
    const aRange = fc
      .tuple(fc.nat({ max: 30 }), fc.integer({ min: 1, max: 10 }))
      .map(([from, length]) => r(from, from + length));
    fc.assert(
      fc.property(fc.array(aRange), (ranges) => {
        const merged = mergedRanges(ranges);
        expect(covered(merged)).toEqual(covered(ranges));
        merged.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThan(merged[index]!.to));
      }),
    );
  });
});

function r(from: number, to: number): TextRange {
  return { from, to };
}

function covered(ranges: readonly TextRange[]): number[] {
  const all = ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
  return [...new Set(all)].sort((a, b) => a - b);
}

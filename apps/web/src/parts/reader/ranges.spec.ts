import fc from 'fast-check';
import { isCovered, merged, piecesOf, sentencesOf, tidied, toggled, without } from './ranges.js';

const MUM = 'Mum rang. The guilt thing started, the usual one.\n\nI stood in the garden 🌿! Then?  ';
const cut = (words: string, ranges: { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => words.slice(from, to));

describe('the sentences of a reflection', () => {
  it('are what a person would call one, without the space around them', () => {
    expect(cut(MUM, sentencesOf(MUM))).toEqual([
      'Mum rang.',
      'The guilt thing started, the usual one.',
      'I stood in the garden 🌿!',
      'Then?',
    ]);
  });

  it('leave out nothing but space, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const sentences = sentencesOf(words);
        expect(cut(words, sentences).join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        expect(merged(sentences).length).toBeLessThanOrEqual(sentences.length);
      }),
    );
  });
});

const range = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));
const unitsOf = (ranges: { from: number; to: number }[]) =>
  new Set(ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));

describe('highlights', () => {
  it('become one where they touch', () => {
    expect(
      merged([
        { from: 9, to: 12 },
        { from: 0, to: 4 },
        { from: 4, to: 6 },
      ]),
    ).toEqual([
      { from: 0, to: 6 },
      { from: 9, to: 12 },
    ]);
  });

  it('lose exactly what is taken away, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(range), range, (ranges, taken) => {
        const expected = [...unitsOf(ranges)].filter((at) => at < taken.from || at >= taken.to);
        expect(unitsOf(without(ranges, taken))).toEqual(new Set(expected));
      }),
    );
  });

  it('are on after one choice of a sentence and off after two', () => {
    fc.assert(
      fc.property(fc.array(range), range, (ranges, sentence) => {
        const once = toggled(ranges, sentence);
        expect(isCovered(once, sentence)).toBe(!isCovered(ranges, sentence));
        expect(isCovered(toggled(once, sentence), sentence)).toBe(isCovered(ranges, sentence));
      }),
    );
  });
});

describe('what a hand selected', () => {
  it('loses the space at its ends', () => {
    expect(cut(MUM, [tidied(MUM, { from: 9, to: 14 })!])).toEqual(['The']);
    expect(tidied(MUM, { from: 9, to: 10 })).toBeNull();
  });

  it('may be drawn backwards and past the end', () => {
    expect(cut(MUM, [tidied(MUM, { from: 999, to: MUM.indexOf('Then') })!])).toEqual(['Then?']);
  });

  it('never cuts a character in half', () => {
    const leaf = MUM.indexOf('🌿');
    expect(cut(MUM, [tidied(MUM, { from: leaf + 1, to: leaf + 3 })!])).toEqual(['🌿!']);
    expect(cut(MUM, [tidied(MUM, { from: leaf, to: leaf + 1 })!])).toEqual(['🌿']);
  });
});

describe('words with marks on them', () => {
  it('stay the same to the letter, however they are marked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.array(range), fc.array(range), (words, mine, theirs) => {
        const layers = [
          { kind: 'mine' as const, ranges: mine },
          { kind: 'theirs' as const, ranges: theirs, by: 'DR' },
        ];
        expect(
          piecesOf(words, layers)
            .map(({ text }) => text)
            .join(''),
        ).toBe(words);
      }),
    );
  });

  it('say who marked them where the mark ends', () => {
    const pieces = piecesOf('one two three', [
      { kind: 'mine', ranges: [{ from: 0, to: 7 }] },
      { kind: 'theirs', ranges: [{ from: 4, to: 13 }], by: 'DR' },
    ]);
    expect(pieces.map(({ text, kinds, endsOf }) => [text, kinds.join('+'), endsOf.join()])).toEqual([
      ['one ', 'mine', ''],
      ['two', 'mine+theirs', ''],
      [' three', 'theirs', 'DR'],
    ]);
  });
});

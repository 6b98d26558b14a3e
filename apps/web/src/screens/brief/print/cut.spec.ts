import fc from 'fast-check';
import { wordEnd } from './cut.js';

describe('where a text is cut', () => {
  it.each([
    ['one two three', 13, 13],
    ['one two three', 9, 7],
    ['one two three', 7, 7],
    ['one two three', 2, 2],
    ['🌾🌾🌾', 3, 2],
    ['one\n\ntwo', 4, 4],
  ])('%j from %i back to %i', (text, at, end) => {
    expect(wordEnd(text, at)).toBe(end);
  });

  it('is never within a word that has a beginning, and never further on than asked', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 9 }), fc.nat(60), (words, at) => {
        const text = words.join(' ');
        const end = wordEnd(text, at);
        expect(end).toBeLessThanOrEqual(Math.max(at, 0));
        const isWhole = end === text.length || /\s/.test(text.charAt(end));
        expect(isWhole || !/\s/.test(text.slice(1, end + 1))).toBe(true);
      }),
    );
  });
});

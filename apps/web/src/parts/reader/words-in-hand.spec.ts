import fc from 'fast-check';
import { type InHand, rangeOf, stepped, wordsIn } from './words-in-hand.js';

const MUM = 'Mum rang. I noticed it — “late” 🌿!';
const SECOND = { from: 10, to: MUM.length };

/** Letters as arrows: r and l step, R and L stretch. */
function taken(keys: string, within = SECOND, words = MUM): string | null {
  const all = wordsIn(words, within);
  const inHand = [...keys].reduce<InHand | null>(
    (now, key) =>
      stepped(now, /r/i.test(key) ? 1 : -1, { count: all.length, isStretching: /[RL]/.test(key) }),
    null,
  );
  const range = rangeOf(inHand, all);
  return range && words.slice(range.from, range.to);
}

describe('words taken by keys', () => {
  it.each([
    ['', null],
    ['r', 'I'],
    ['rr', 'noticed'],
    ['rrRR', 'noticed it —'],
    ['rrRRL', 'noticed it'],
    ['rrLL', 'I noticed'],
    ['rrRRr', '“late”'],
    ['l', '🌿!'],
    ['lL', '“late” 🌿!'],
    ['R', 'I'],
    ['rl', 'I'],
    ['rrrrrrrrrR', '🌿!'],
  ])('are, after %j, %j', (keys, words) => {
    expect(taken(keys)).toBe(words);
  });

  it('are whole words of the sentence, whatever was pressed', () => {
    const presses = fc.array(fc.constantFrom(...'rlRL'), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), presses, (words, keys) => {
        const got = taken(keys.join(''), { from: 0, to: words.length }, words);
        const all = words.split(/\s+/).filter(Boolean);
        if (all.length === 0) return expect(got).toBeNull();
        const mine = got!.split(/\s+/);
        expect(mine.every(Boolean)).toBe(true);
        expect(all.join(' ')).toContain(mine.join(' '));
      }),
    );
  });

  it('come back to where they were after as many steps back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (n) => {
        expect(taken(`r${'R'.repeat(n)}${'L'.repeat(n)}`)).toBe('I');
      }),
    );
  });
});

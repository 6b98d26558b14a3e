import fc from 'fast-check';
import { PASSPHRASE_LENGTH, passphraseTrouble, preparedPassphrase } from './passphrase.rules.js';

describe('a passphrase', () => {
  it.each([
    ['  moss  ', 'moss'],
    ['green\u00a0 lamp', 'green lamp'],
    ['ﬁre', 'fire'],
    ['Cafe\u0301', 'Café'],
  ])('is the same however %j was typed', (typed, kept) => {
    expect(preparedPassphrase(typed)).toBe(kept);
  });

  it.each([
    ['mos', 'too-short'],
    ['  a  ', 'too-short'],
    ['moss', null],
    ['🌿🌿🌿🌿', null],
    ['m'.repeat(72), null],
    ['m'.repeat(73), 'too-long'],
  ])('%j is %s', (typed, trouble) => {
    expect(passphraseTrouble(typed)).toBe(trouble);
  });

  it('is prepared once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = preparedPassphrase(typed);
        expect(preparedPassphrase(once)).toBe(once);
        expect(preparedPassphrase(` ${typed}\n`)).toBe(once);
        const fits = passphraseTrouble(typed) === null;
        const { length } = Array.from(once);
        expect(fits).toBe(length >= PASSPHRASE_LENGTH.min && length <= PASSPHRASE_LENGTH.max);
      }),
    );
  });
});

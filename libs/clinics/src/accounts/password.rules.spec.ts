import fc from 'fast-check';
import { refuseWeakPassword } from './chosen-password.js';
import { Unprocessable } from '@app/platform/errors/errors.js';
import { preparedPassword } from './password.rules.js';

const MAREN = ['Maren Okoye', 'maren.okoye@fernhollow.example', 'Fernhollow Integration', 'Fernhollow'];

function troubles(password: string): string[] {
  try {
    refuseWeakPassword(password, MAREN);
    return [];
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    return error.errors.map(({ code }) => code);
  }
}

describe('choosing a password', () => {
  it.each([
    'a calm morning by the fern',
    'correct horse battery staple',
    'k9!vQz2#mLp8&xRt',
    'drei Igel am Bahnhof',
    'три ежа на вокзале',
    '森の中の静かな朝を歩くのが好きだ',
    '724 093 118 566 902 37',
    'Maren walks her heron over nine hills',
    '🌿🌲🪨🌊🔥🌙⭐🐚🪶🍂🌾🏔️🌧️🌈',
  ])('takes %s', (password) => {
    expect(troubles(password)).toEqual([]);
  });

  it.each([
    'passwordpassword',
    'Password1234567',
    'P@ssw0rd12345678',
    'qwertyuiopasdfgh',
    '123456789012345',
    '111111111111111111',
    'abcdefghijklmnopqrstuvwxyz',
    'abcabcabcabcabcabc',
    '1qaz2wsx3edc4rfv',
    '1q2w3e4r5t6y7u8i',
    'iloveyouiloveyou',
    'letmeinletmein!!',
    'monkeydragon1234',
    'Summer2026Summer2026',
    'ÄäÄäÄäÄäÄäÄäÄäÄä',
    '               ',
  ])('refuses %s as common', (password) => {
    expect(troubles(password)).toEqual(['passwordCommon']);
  });

  it.each([
    'fernhollow-2026',
    'MarenOkoye-Fernhollow',
    'maren.okoye@fernhollow.example',
    'Throughline2026!',
    'Fernhollow Integration',
    'F3rnh0ll0w-M4r3n',
    'Márén Ökoye 1984',
  ])('refuses %s as made of the person’s own words', (password) => {
    expect(troubles(password)).toEqual(['passwordNamesYou']);
  });

  it('asks for 15 to 128 characters, as people count them, and for nothing else', () => {
    const wide = (length: number) =>
      Array.from({ length }, (_, i) => String.fromCodePoint(0x1f400 + ((i * 37) % 150)));
    expect(troubles('xk7 qpl vhz 3 w')).toEqual([]);
    expect(troubles('xk7 qpl vhz 3 ')).toEqual(['passwordTooShort']);
    expect(troubles(wide(14).join(''))).toEqual(['passwordTooShort']);
    expect(troubles(wide(128).join(''))).toEqual([]);
    expect(troubles(wide(129).join(''))).toEqual(['passwordTooLong']);
  });

  it('says how long it must be', () => {
    expect(() => refuseWeakPassword('short', [], 'next')).toThrow(
      expect.objectContaining({ errors: [{ field: 'next', code: 'passwordTooShort', params: { min: 15 } }] }),
    );
  });

  it('takes nearly everything that a machine drew', () => {
    fc.assert(
      fc.property(
        fc.string({
          minLength: 15,
          maxLength: 40,
          unit: fc.constantFrom(...'abcdefghjkmnpqrstuvwxyz23456789'),
        }),
        (drawn) => {
          fc.pre(new Set(drawn).size >= 10);
          expect(troubles(drawn)).toEqual([]);
        },
      ),
    );
  });

  it('refuses whatever is one common word over and over, however long', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('dragon', 'Sunshine', 'fernhollow', 'abc', '7'),
        fc.integer({ min: 15, max: 100 }),
        (word, length) => {
          expect(troubles(word.repeat(length).slice(0, length))).toHaveLength(1);
        },
      ),
    );
  });

  it('takes no longer than a moment for the longest', () => {
    const startedAt = performance.now();
    for (let round = 0; round < 10; round += 1) troubles('a1!Zq'.repeat(25));
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });
});

describe('a password as it is compared', () => {
  it('is the same however the keyboard composes its letters and its space', () => {
    expect(preparedPassword('Ä\u00a0b')).toBe(preparedPassword('A\u0308 b'));
  });

  it('is never cut, trimmed or made equal to another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 200 }), (password) => {
        expect(preparedPassword(password)).toBe(password);
      }),
    );
    expect(preparedPassword('ﬁne')).not.toBe('fine');
    expect(preparedPassword(' a ')).toBe(' a ');
  });
});

import { dictionary } from '@zxcvbn-ts/language-common';
import { Unprocessable } from '@app/platform/errors/errors.js';
import type { KnownWords } from './guessing.rules.js';
import { passwordTroubles } from './password.rules.js';

/** Kept at hand: nothing about a password leaves this process to be checked. */
const COMMON: KnownWords = new Map(dictionary['passwords-common'].map((word, index) => [word, index + 1]));

/**
 * Refuses a password that must not be chosen. `ownWords`: names and addresses of the person and their clinics.
 * @throws Unprocessable with the code of the field
 */
export function refuseWeakPassword(password: string, ownWords: readonly string[], field = 'password'): void {
  const troubles = passwordTroubles(password, ownWords, COMMON);
  if (troubles.length > 0) {
    throw new Unprocessable(
      'invalid',
      troubles.map((trouble) => ({ field, ...trouble })),
    );
  }
}

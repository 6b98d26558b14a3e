import { folded, guessBits, type KnownWords } from './guessing.rules.js';

/** NIST SP 800-63B-4, 3.1.1.2: at least 15 characters; the upper bound only keeps the work bounded. */
export const PASSWORD_LENGTH = { min: 15, max: 128 };
/** What a machine guesses within minutes from a stolen hash, and what is tried first at any door. */
const WEAK_BELOW_BITS = 36;

export interface PasswordTrouble {
  code: 'passwordTooShort' | 'passwordTooLong' | 'passwordCommon' | 'passwordNamesYou';
  params: Record<string, number>;
}

/**
 * A password as it is compared, whole: RFC 8265, 4.2 (OpaqueString): any space is a space, and NFC, so that two
 * keyboards that write the same letters write the same password. Not NFKC: it would make different ones equal.
 */
export function preparedPassword(password: string): string {
  return password.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}

/**
 * What speaks against choosing this password: its length in characters (code points), being common or made of
 * common parts, being made of the person's own words (name, address, clinic). No rule asks for kinds of characters.
 */
export function passwordTroubles(
  password: string,
  ownWords: readonly string[],
  common: KnownWords,
): PasswordTrouble[] {
  const text = preparedPassword(password);
  const { length } = Array.from(text);
  const { min, max } = PASSWORD_LENGTH;
  if (length < min) return [{ code: 'passwordTooShort', params: { min } }];
  if (length > max) return [{ code: 'passwordTooLong', params: { max } }];
  if (guessBits(text, common) < WEAK_BELOW_BITS) return [{ code: 'passwordCommon', params: {} }];
  const own = new Set(partsOf(ownWords));
  const get = (word: string) => (own.has(word) ? 1 : common.get(word));
  if (guessBits(text, { get }) < WEAK_BELOW_BITS) return [{ code: 'passwordNamesYou', params: {} }];
  return [];
}

/** Everything a name or address is made of, each part and all of it written together. */
function partsOf(ownWords: readonly string[]): string[] {
  return ['throughline', ...ownWords].flatMap((word) => {
    const parts = folded(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part.length >= 3);
    return [...parts, parts.join('')];
  });
}

/** In characters (code points). Short ones are meant for a phone and a tired evening; tries are slowed down. */
export const PASSPHRASE_LENGTH = { min: 4, max: 72 };

/**
 * A passphrase as it is compared: trimmed, NFKC, so that whichever keyboard or autocorrection wrote it, the same
 * word is the same word.
 */
export function preparedPassphrase(plain: string): string {
  return plain.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** What speaks against this passphrase; null for nothing. */
export function passphraseTrouble(plain: string): 'too-short' | 'too-long' | null {
  const { length } = Array.from(preparedPassphrase(plain));
  if (length < PASSPHRASE_LENGTH.min) return 'too-short';
  return length > PASSPHRASE_LENGTH.max ? 'too-long' : null;
}

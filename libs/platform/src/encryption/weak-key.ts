import { readFileSync, statSync } from 'node:fs';

/** 32 random bytes have about 30 different values; fewer than this happens once in 10^13 keys. */
const DIFFERENT_BYTES = 20;
const OTHERS_MAY = 0o007;

/** What is wrong with the file of the key-encryption key, in words that show nothing of it. */
export function weaknessesOf(keyFile: string): string[] {
  const wrong: string[] = [];
  // Other systems have rights of another kind.
  if (process.platform !== 'win32' && (statSync(keyFile).mode & OTHERS_MAY) !== 0) {
    wrong.push('everybody on this machine may open the file of KEK_FILE');
  }
  const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64');
  if (key.length !== 32 || isNotRandom(key)) wrong.push('KEK_FILE does not hold 32 random bytes');
  return wrong;
}

/** Few values, a count, a pattern that comes again, or typed text: what people put into examples. */
function isNotRandom(key: Buffer): boolean {
  const steps = new Set(Array.from(key.subarray(1), (byte, index) => (byte - key[index]! + 256) % 256));
  const halves = key.subarray(0, 16).equals(key.subarray(16));
  const typed = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(key).size < DIFFERENT_BYTES || steps.size < DIFFERENT_BYTES / 2 || halves || typed;
}

import { randomBytes } from 'node:crypto';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const CHARACTERS = 24;

/** A fresh code: 120 bits as 24 letters and digits of base32, in groups of four, for a sheet of paper. */
export function newRecoveryCode(): string {
  // 256 is a multiple of 32: no letter is likelier than another.
  const text = Array.from(randomBytes(CHARACTERS), (byte) => BASE32[byte % BASE32.length]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it is compared: letter case, spaces and hyphens say nothing. */
export function comparableRecoveryCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}

import { randomBytes } from 'node:crypto';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { preparedPassword } from './password.rules.js';

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane. */
const ARGON2ID = { algorithm: 2 as Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A password as it is kept. */
export function hashedPassword(password: string): Promise<string> {
  return hash(preparedPassword(password), ARGON2ID);
}

let nobodys: Promise<string> | undefined;

/**
 * Does the password belong to this hash? Without a hash it works just as long before it says no, so that the
 * time tells nothing about which accounts exist.
 */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashedPassword(randomBytes(24).toString('base64'));
  const fits = await verify(passwordHash ?? (await nobodys), preparedPassword(password));
  return fits && passwordHash !== null;
}

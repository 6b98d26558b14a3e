import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sealBytes, unsealBytes, type Binding } from './sealing.js';

/** Wraps and opens data keys. A file today; a key-management service has the same shape. */
export interface KeyEncryption {
  readonly kekId: string;
  wrap(binding: Binding, key: Buffer): Promise<Buffer>;
  unwrap(binding: Binding, wrapped: Buffer): Promise<Buffer>;
}

/** A key-encryption key in a file: 32 bytes, base64. Throws when the file holds anything else. */
export function keyEncryptionFromFile(path: string): KeyEncryption {
  const bytes = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (bytes.length !== 32) throw new Error('KEK_FILE must hold 32 bytes in base64.');
  const key = { version: 1, bytes };
  return {
    kekId: `file:${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`,
    wrap: (binding, dataKey) => Promise.resolve(sealBytes(key, binding, dataKey)),
    unwrap: (binding, wrapped) => Promise.resolve(unsealBytes(key, binding, wrapped)),
  };
}

/** A fresh 256-bit data key. */
export function newDataKey(): Buffer {
  return randomBytes(32);
}

import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** First byte of every sealed value: AES-256-GCM, 2-byte key version, 12-byte nonce, data, 16-byte tag. */
const FORMAT = 1;
const HEADER = 3;
const NONCE = 12;
const TAG = 16;

/** A 256-bit key and its version (1 to 65535). */
export interface Key {
  version: number;
  bytes: Buffer;
}

/**
 * What a sealed value is bound to. `label` is frozen for ever, e.g. `reflection.body`: never a table or
 * column name, so that a rename cannot destroy data.
 */
export interface Binding {
  clinicId: string;
  label: string;
  rowId: string;
}

/** Seals text with AES-256-GCM (NIST SP 800-38D), bound to clinic, label and row. */
export function seal(key: Key, binding: Binding, text: string): Buffer {
  return sealBytes(key, binding, Buffer.from(text, 'utf8'));
}

/** Opens what `seal` made. Throws when the key, the binding or any bit differs. */
export function unseal(key: Key, binding: Binding, sealed: Buffer): string {
  return unsealBytes(key, binding, sealed).toString('utf8');
}

/** Seals raw bytes (keys wrap keys this way). */
export function sealBytes(key: Key, binding: Binding, data: Buffer): Buffer {
  const header = Buffer.alloc(HEADER);
  header.writeUInt8(FORMAT, 0);
  header.writeUInt16BE(key.version, 1);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce);
  cipher.setAAD(associatedData(binding));
  return Buffer.concat([header, nonce, cipher.update(data), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` made. */
export function unsealBytes(key: Key, binding: Binding, sealed: Buffer): Buffer {
  if (sealed.length < HEADER + NONCE + TAG || sealed.readUInt8(0) !== FORMAT) {
    throw new Error('Sealed value of an unknown format.');
  }
  const nonce = sealed.subarray(HEADER, HEADER + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce);
  decipher.setAAD(associatedData(binding));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const data = decipher.update(sealed.subarray(HEADER + NONCE, sealed.length - TAG));
  // Checks the tag and throws; of a stream nothing is left to give.
  decipher.final();
  return data;
}

/** Keyed hash of an address or token: HMAC-SHA-256, 32 bytes. */
export function keyedHash(key: Buffer, purpose: string, value: string): Buffer {
  const derived = Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
  return createHmac('sha256', derived).update(value, 'utf8').digest();
}

/** SHA-256 of a 256-bit token, as it stands at rest. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** A new 256-bit token, base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function associatedData({ clinicId, label, rowId }: Binding): Buffer {
  return Buffer.from(`${clinicId}\n${label}\n${rowId}`, 'utf8');
}

import { createHmac } from 'node:crypto';
import { type AuditField, canonicalBytes, SEALED_COLUMNS } from './audit-row.rules.js';

/** What a seal vouches for: its place in the chain of its clinic, and rows in their order. */
export interface SealedContent {
  clinicId: string;
  /** 1 for the first seal of a clinic, then one more each time. */
  seq: number;
  /** Seconds since 1970 as the database writes them, microseconds included. */
  sealedAt: string;
  /** Of the seal before; null for the first. */
  previous: Buffer | null;
  /** Columns of every row, see `SEALED_COLUMNS`. */
  rows: readonly (readonly AuditField[])[];
}

/** HMAC-SHA-256 over everything that a seal vouches for, 32 bytes. */
export function sealHash(key: Buffer, content: SealedContent): Buffer {
  const { clinicId, seq, sealedAt, previous, rows } = content;
  const place = [previous?.toString('hex') ?? null, clinicId, String(seq), sealedAt, String(rows.length)];
  const hmac = createHmac('sha256', key).update(canonicalBytes(place));
  for (const row of rows) hmac.update(canonicalBytes(row));
  return hmac.digest();
}

/** The select list of a row as a seal sees it: `fields`. */
export const SEALED_FIELDS = `array[${SEALED_COLUMNS.join(', ')}] as fields`;

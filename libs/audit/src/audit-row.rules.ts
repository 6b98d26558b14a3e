/** One column of an audit row, as the database writes it as text. */
export type AuditField = string | null;

/**
 * The columns a seal vouches for, in an order that is frozen for ever: another one, or another text, and no
 * seal made so far fits any more. A new column of `audit_events` is vouched for by a new version of this list,
 * chosen by the number of the seal.
 */
export const SEALED_COLUMNS = [
  'clinic_id::text',
  'id::text',
  // Every microsecond of it: a driver's date ends at milliseconds.
  'extract(epoch from at)::text',
  'actor_kind',
  'actor_id::text',
  'roles::text',
  'job',
  'action',
  'subject_type',
  'subject_ids::text',
  'client_ids::text',
  'request_id',
  'ip',
  'outcome',
  'operation',
] as const;

const ABSENT = 0;
const PRESENT = 1;
const encoder = new TextEncoder();

/**
 * The canonical bytes of some fields: how many there are (4 bytes), then for each one a byte that says whether
 * it is there, and if it is its length in UTF-8 (4 bytes) and its text. Numbers are big-endian. No two
 * different lists of well-formed texts share their bytes, however texts are shifted between fields.
 */
export function canonicalBytes(fields: readonly AuditField[]): Uint8Array {
  const texts = fields.map((field) => (field === null ? null : encoder.encode(field)));
  const size = texts.reduce((sum, text) => sum + 1 + (text === null ? 0 : 4 + text.length), 4);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, texts.length);
  let at = 4;
  for (const text of texts) {
    bytes[at] = text === null ? ABSENT : PRESENT;
    at += 1;
    if (text === null) continue;
    view.setUint32(at, text.length);
    bytes.set(text, at + 4);
    at += 4 + text.length;
  }
  return bytes;
}

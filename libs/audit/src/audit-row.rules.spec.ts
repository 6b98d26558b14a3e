import fc from 'fast-check';
import { type AuditField, canonicalBytes } from './audit-row.rules.js';

const hex = (fields: readonly AuditField[]) => Buffer.from(canonicalBytes(fields)).toString('hex');

/** Reads one list back from `at`; where it ends comes along. */
function readBack(bytes: Buffer, at = 0): { fields: AuditField[]; end: number } {
  const count = bytes.readUInt32BE(at);
  const fields: AuditField[] = [];
  let end = at + 4;
  for (let n = 0; n < count; n += 1) {
    const isThere = bytes.readUInt8(end) === 1;
    const length = isThere ? bytes.readUInt32BE(end + 1) : 0;
    const from = end + (isThere ? 5 : 1);
    fields.push(isThere ? bytes.toString('utf8', from, from + length) : null);
    end = from + length;
  }
  return { fields, end };
}

/** Anything at all, and texts that look like the marks between fields. */
const marks = fc.constantFrom('a', 'é', ',', '{', '\0', '\u0001', '\u0001\0\0\0\u0001', '\0\0\0\0');
const text = fc.oneof(fc.string({ unit: marks }), fc.string({ unit: 'grapheme' }));
const fields = fc.array(fc.option(text), { maxLength: 8 });

describe('the bytes of a row', () => {
  it('can be read back to the same fields, so that no two rows share them', () => {
    fc.assert(
      fc.property(fields, (row) => {
        const bytes = Buffer.from(canonicalBytes(row));
        expect(readBack(bytes)).toEqual({ fields: row, end: bytes.length });
      }),
      { numRuns: 2_000 },
    );
  });

  it('can be read back from rows that stand one after the other, so that no field changes its row', () => {
    fc.assert(
      fc.property(fields, fields, (one, other) => {
        const bytes = Buffer.concat([canonicalBytes(one), canonicalBytes(other)]);
        const first = readBack(bytes);
        expect([first.fields, readBack(bytes, first.end).fields]).toEqual([one, other]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, AuditField[], AuditField[]]>([
    ['a text that moves from one field to the next', ['ab', 'c'], ['a', 'bc']],
    ['nothing and an empty text', [null], ['']],
    ['one field and two', ['a', null], ['a']],
    ['fields that change places', ['a', 'b'], ['b', 'a']],
    ['two ways of writing é', ['\u00e9'], ['e\u0301']],
  ])('tell %s apart', (_, one, other) => {
    expect(hex(one)).not.toBe(hex(other));
  });

  it('are those of the seals made so far', () => {
    expect(hex(['ab', null, ''])).toBe('00000003' + '01000000026162' + '00' + '0100000000');
  });
});

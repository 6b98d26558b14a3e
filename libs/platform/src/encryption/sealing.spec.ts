import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  type Binding,
  keyedHash,
  newToken,
  seal,
  sealBytes,
  tokenHash,
  unseal,
  unsealBytes,
} from './sealing.js';

const key = { version: 7, bytes: randomBytes(32) };
const binding: Binding = { clinicId: 'clinic', label: 'reflection.body', rowId: 'row' };

describe('sealing', () => {
  it('gives back every text exactly as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        expect(unseal(key, binding, seal(key, binding, text))).toBe(text);
      }),
    );
  });

  it('gives back all bytes exactly as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const data = Buffer.from(bytes);
        expect(unsealBytes(key, binding, sealBytes(key, binding, data)).equals(data)).toBe(true);
      }),
    );
  });

  it('holds nothing of the text, and never looks the same twice', () => {
    const text = 'A field, very wide.';
    const sealed = seal(key, binding, text);
    expect(sealed.includes(Buffer.from('field'))).toBe(false);
    expect(seal(key, binding, text).equals(sealed)).toBe(false);
    expect(sealed).toHaveLength(3 + 12 + Buffer.byteLength(text) + 16);
    expect(sealed[0]).toBe(1);
    expect(sealed.readUInt16BE(1)).toBe(7);
  });

  it('does not open with any bit changed', () => {
    const sealed = seal(key, binding, 'word');
    // The key's version only says which key to fetch: another key does not open it either.
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const byte = bit >> 3;
      if (byte === 1 || byte === 2) continue;
      const changed = Buffer.from(sealed);
      changed[byte]! ^= 1 << (bit & 7);
      expect(() => unseal(key, binding, changed)).toThrow();
    }
  });

  it('does not open cut short, or with something behind it', () => {
    const sealed = seal(key, binding, 'word');
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, binding, sealed.subarray(0, length))).toThrow();
    }
    expect(() => unseal(key, binding, Buffer.concat([sealed, Buffer.from([0])]))).toThrow();
  });

  it('does not open for another clinic, label or row', () => {
    const part = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(
        part,
        part,
        part,
        fc.constantFrom('clinicId', 'label', 'rowId' as const),
        part,
        (a, b, c, field, other) => {
          const own = { clinicId: a, label: b, rowId: c };
          fc.pre(own[field as keyof Binding] !== other);
          expect(() => unseal(key, { ...own, [field]: other }, seal(key, own, 'word'))).toThrow();
        },
      ),
    );
  });

  it('does not open when clinic and label change places with one another', () => {
    const sealed = seal(key, { clinicId: 'ab', label: 'c', rowId: 'd' }, 'word');
    expect(() => unseal(key, { clinicId: 'a', label: 'bc', rowId: 'd' }, sealed)).toThrow();
  });

  it('does not open with another key', () => {
    const sealed = seal(key, binding, 'word');
    expect(() => unseal({ ...key, bytes: randomBytes(32) }, binding, sealed)).toThrow();
  });
});

describe('keyed hashes and tokens', () => {
  it('tell purposes and keys apart, and know the same value again', () => {
    const hash = (purpose: string, value = 'rowan@ellis.example') =>
      keyedHash(key.bytes, purpose, value).toString('hex');
    expect(hash('client-email')).toBe(hash('client-email'));
    expect(hash('client-email')).toHaveLength(64);
    expect(hash('account-email')).not.toBe(hash('client-email'));
    expect(hash('client-email', 'rowan@ellis.exampl')).not.toBe(hash('client-email'));
    expect(keyedHash(randomBytes(32), 'client-email', 'rowan@ellis.example').toString('hex')).not.toBe(
      hash('client-email'),
    );
  });

  it('are 256 bits in 43 characters that an address takes as they are', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(tokenHash(tokens[0]!)).toHaveLength(32);
  });
});

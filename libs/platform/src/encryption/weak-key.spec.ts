import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { weaknessesOf } from './weak-key.js';

const RANDOM = 'KEK_FILE does not hold 32 random bytes';

describe('the file of the key-encryption key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kek-'));
  const file = join(folder, 'kek');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const keep = (key: Buffer | string, mode = 0o600) => {
    writeFileSync(file, typeof key === 'string' ? key : `${key.toString('base64')}\n`);
    chmodSync(file, mode);
    return weaknessesOf(file);
  };

  it.each<[string, Buffer]>([
    ['nothing but zeros', Buffer.alloc(32)],
    ['one byte again and again', Buffer.alloc(32, 0xa7)],
    ['two bytes in turn', Buffer.alloc(32, 'a7c3', 'hex')],
    ['a count upward', Buffer.from([...Array(32).keys()])],
    ['a count downward in threes', Buffer.from([...Array(32).keys()].map((n) => 255 - 3 * n))],
    ['a half that comes twice', Buffer.concat(Array<Buffer>(2).fill(createHash('md5').update('a').digest()))],
    ['typed text', Buffer.from('change-me-please-32-characters!!')],
    ['a key in hex', Buffer.from(randomBytes(16).toString('hex'))],
    ['too few bytes', randomBytes(31)],
    ['too many', randomBytes(33)],
  ])('is refused with %s', (_, key) => {
    expect(keep(key)).toEqual([RANDOM]);
  });

  it('is refused when it holds no base64', () => {
    expect(keep('')).toEqual([RANDOM]);
  });

  it.each([0o644, 0o604, 0o602, 0o666])('is refused when others may open it: %o', (mode) => {
    expect(keep(randomBytes(32), mode)).toEqual(['everybody on this machine may open the file of KEK_FILE']);
  });

  it.each([0o400, 0o600, 0o440])('is taken with random bytes and the rights %o', (mode) => {
    expect(keep(randomBytes(32), mode)).toEqual([]);
  });

  it('takes every key that was drawn at random', () => {
    const refused = Array.from({ length: 2_000 }, () => keep(randomBytes(32))).flat();
    expect(refused).toEqual([]);
  });
});

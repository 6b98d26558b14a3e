import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyEncryptionFromFile, newDataKey } from './key-encryption-key.js';

describe('a key-encryption key in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-kek-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const binding = { clinicId: 'c', label: 'clinic-key', rowId: 'c' };
  const file = (content: string) => {
    const path = join(folder, randomBytes(4).toString('hex'));
    writeFileSync(path, content);
    return path;
  };

  it('wraps a data key and opens it again, also from a second reading of the file', async () => {
    const path = file(`${randomBytes(32).toString('base64')}\n`);
    const [one, two] = [keyEncryptionFromFile(path), keyEncryptionFromFile(path)];
    const key = newDataKey();
    const wrapped = await one.wrap(binding, key);
    expect((await two.unwrap(binding, wrapped)).equals(key)).toBe(true);
    expect(two.kekId).toBe(one.kekId);
    expect(wrapped.includes(key)).toBe(false);
  });

  it.each([randomBytes(31).toString('base64'), randomBytes(33).toString('base64'), '', 'a key, I promise'])(
    'refuses a file that holds anything but 32 bytes, without telling what it holds',
    (content) => {
      expect(() => keyEncryptionFromFile(file(content))).toThrow(/^KEK_FILE must hold 32 bytes in base64\.$/);
    },
  );

  it('has a name that gives nothing of the key away', () => {
    const bytes = randomBytes(32);
    const { kekId } = keyEncryptionFromFile(file(bytes.toString('base64')));
    expect(kekId).toMatch(/^file:[0-9a-f]{16}$/);
    expect(bytes.toString('hex')).not.toContain(kekId.slice(5));
  });
});

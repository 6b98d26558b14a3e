import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
/** The last column of a table whose rows have to be guarded. */
const GUARDED = 'Guarded by';
/** A test, as a row names it: `path` "its own name". */
const TEST = /`([\w./-]+\.spec\.tsx?)` "([^"]+)"/g;
/** What a row begins with that names no test. */
const WITHOUT = /^(Not yet|No test|Otherwise|Does not apply): \S/;

/** OWASP ASVS 5.0.0: how many requirements of level 1 and 2 a section has; they are its first ones. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3 },
  ...{ '6.8': 4, '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1 },
  ...{ '8.4': 1, '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2 },
  ...{ '10.7': 3, '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2 },
  ...{ '12.3': 4, '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3 },
  ...{ '15.2': 3, '15.3': 7, '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4 },
  '17.3': 2,
};

describe.each(['docs/THREATS.md', 'docs/ASVS.md'])('%s', (file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');

  it('names no test that is not there', () => {
    const named = [...text.matchAll(TEST)].map(([, path, name]) => ({ path: path!, name: name! }));
    const gone = named.filter(({ path, name }) => !isThere(path, name));
    expect(gone).toEqual([]);
    expect(named.length).toBeGreaterThan(50);
  });

  it('says in every row which tests guard it, or why none does', () => {
    const bare = guardedRows(text).filter((cells) => {
      const guard = cells.at(-1)!;
      return !WITHOUT.test(guard) && [...guard.matchAll(TEST)].length === 0;
    });
    expect(bare).toEqual([]);
  });

  it('names what is guarded once', () => {
    const names = guardedRows(text).map(([name]) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(50);
  });
});

describe('the requirements in docs/ASVS.md', () => {
  const named = guardedRows(readFileSync(join(ROOT, 'docs/ASVS.md'), 'utf8')).map(([name]) =>
    name!.replace('v5.0.0-', ''),
  );
  const wanted = Object.entries(SECTIONS).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
  );

  it('are all of level 1 and 2: each by itself, or with its whole section or chapter', () => {
    expect(wanted).toHaveLength(253);
    const isNamed = (id: string) => named.some((one) => one === id || id.startsWith(`${one}.`));
    expect(wanted.filter((id) => !isNamed(id))).toEqual([]);
  });

  it('are none that the standard does not have', () => {
    const isKnown = (one: string) => wanted.some((id) => id === one || id.startsWith(`${one}.`));
    expect(named.filter((one) => !isKnown(one))).toEqual([]);
  });
});

/** The cells of every row below a head that ends with `Guarded by`. */
function guardedRows(text: string): string[][] {
  const rows: string[][] = [];
  let isGuarded = false;
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : [];
    const texts = cells.map((cell) => cell.trim());
    if (texts.length === 0) isGuarded = false;
    else if (texts.at(-1) === GUARDED) isGuarded = true;
    else if (isGuarded && !texts.every((cell) => /^:?-+:?$/.test(cell))) rows.push(texts);
  }
  return rows;
}

/** Does the file hold a test of exactly this name, be it a group, or a row of a table of tests? */
function isThere(path: string, name: string): boolean {
  const file = join(ROOT, path);
  if (!existsSync(file)) return false;
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`[([]\\s*(['"\`])${literal}\\1\\s*,`).test(readFileSync(file, 'utf8'));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const CONSOLE = join(__dirname, '..', '..', 'dist', 'web');
const ASSETS = join(CONSOLE, 'assets');
/** Of script, compressed, in bytes. */
const BUDGET = 190_000;

const files = () => readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
const text = (name: string) => readFileSync(join(ASSETS, name), 'utf8');

/** These files and everything that they import before they run. */
function withImports(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    if (found.has(name)) continue;
    found.add(name);
    const imports = [...text(name).matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g)];
    withImports(
      imports.map(([, imported]) => imported!),
      found,
    );
  }
  return found;
}

describe('the console as it is built', () => {
  it('runs Today, the first page of the staff, on no more than 190 kB of script', () => {
    const page = readFileSync(join(CONSOLE, 'index.html'), 'utf8');
    const ofPage = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name]) => name!);
    const today = files().filter((name) => /^today-[\w-]{8}\.js$/.test(name));
    expect(today).toHaveLength(1);
    const first = withImports([...ofPage, ...today]);
    // Of many files: the other pages come when they are asked for.
    expect(first.size).toBeGreaterThan(10);
    expect(files().length).toBeGreaterThan(2 * first.size);
    const bytes = [...first].reduce((sum, name) => sum + gzipSync(text(name)).length, 0);
    expect(bytes).toBeLessThanOrEqual(BUDGET);
  });
});

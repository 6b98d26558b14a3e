import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST, inRoot } from './paths.mjs';

const STAMP_FILE = join(DIST, '.stamp');
// The demonstration is built too: a changed one must not be filled in as it was.
const SERVER_SOURCES = ['apps/api', 'apps/worker', 'libs', 'migrations', 'test/seed', 'test/factories'];
const SETTINGS = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', '.swcrc', 'tools/build.mjs'];
const WEB_SOURCES = ['apps/web', 'libs/design'];

/**
 * What the sources are now: one hash for the server, one for the console (absent without a console).
 * Contents are hashed, not times: a fresh clone of the same commit needs no build of its own dist.
 */
export function sourceStamps() {
  return {
    server: hashOf([...SERVER_SOURCES, ...SETTINGS]),
    web: hasConsole() ? hashOf([...WEB_SOURCES, ...SETTINGS]) : undefined,
  };
}

/** The stamps of the last finished build; `{}` when there is none. */
export function builtStamps() {
  return existsSync(STAMP_FILE) ? JSON.parse(readFileSync(STAMP_FILE, 'utf8')) : {};
}

export function rememberBuilt(stamps) {
  mkdirSync(DIST, { recursive: true });
  writeFileSync(STAMP_FILE, `${JSON.stringify(stamps)}\n`);
}

export const hasConsole = () => existsSync(inRoot('apps/web/vite.config.ts'));

function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    for (const file of filesUnder(name))
      hash
        .update(`${file}\0`)
        .update(readFileSync(inRoot(file)))
        .update('\0');
  }
  return hash.digest('hex');
}

/** Every file below `name` (a path inside the checkout) that ends up in a build, sorted. */
function filesUnder(name) {
  if (!existsSync(inRoot(name))) return [];
  if (statSync(inRoot(name)).isFile()) return [name];
  return readdirSync(inRoot(name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$|\.md$|~$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inRoot().length + 1))
    .filter((file) => !file.includes('node_modules/'))
    .sort();
}

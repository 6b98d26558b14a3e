import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-dir.mjs';
import { DIST } from './paths.mjs';
import { Refusal, say, withProgress } from './progress.mjs';
import { runOrRefuse } from './run.mjs';
import { builtStamps } from './source-stamp.mjs';

const MEMORY = 'prepared.json';
const STEPS = [
  {
    label: 'preparing roles and database',
    entry: 'apps/api/src/setup-database',
    needs: 'DATABASE_ADMIN_URL',
  },
  { label: 'bringing the tables up to date', entry: 'apps/api/src/migrate', needs: 'DATABASE_OWNER_URL' },
  { label: 'filling in the demonstration', entry: 'test/seed/seed', needs: 'DATABASE_OWNER_URL' },
];

/**
 * Roles, migrations and (into an empty database) the demonstration. On the embedded database all three are
 * skipped when this very build has done them before: nothing can have changed since.
 */
export async function prepareData({ folder, env, embedded, isNew }) {
  const build = builtStamps().server;
  if (embedded && !isNew && build && readJson(folder, MEMORY)?.build === build) return;
  for (const { label, entry, needs } of STEPS) {
    if (!env[needs]) {
      say(`Not ${label}: ${needs} is not set.`);
      continue;
    }
    await withProgress(label, () =>
      runOrRefuse(capitalised(label), process.execPath, [entryFile(entry)], { env }),
    );
  }
  if (embedded) writeJson(folder, MEMORY, { build });
}

/** A compiled entry, named by its source without the ending. */
export function entryFile(name) {
  const file = join(DIST, `${name}.js`);
  if (!existsSync(file)) throw new Refusal(`${file} is missing. Build first: npm run build`);
  return file;
}

const capitalised = (text) => text[0].toUpperCase() + text.slice(1);

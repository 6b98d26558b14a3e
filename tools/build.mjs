/**
 * `npm run build`: server and worker to dist/ by nest (swc), the console to dist/web by vite, and the
 * style sheets and static files that the server reads beside its code. `--changed`: only what changed.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { DIST, inRoot } from './lib/paths.mjs';
import { main, say, seconds, withProgress } from './lib/progress.mjs';
import { runOrRefuse } from './lib/run.mjs';
import { builtStamps, hasConsole, rememberBuilt, sourceStamps } from './lib/source-stamp.mjs';

/** Folders whose files other than sources are copied as they are. */
const ASSET_FOLDERS = ['libs/design/src', 'apps/api/src'];
const COMPILED = ['apps/api', 'apps/worker', 'libs', 'migrations'];
const SOURCE = /\.tsx?$|\.md$/;

await main(async () => {
  const onlyChanged = process.argv.includes('--changed');
  const wanted = sourceStamps();
  const built = onlyChanged ? builtStamps() : {};
  const server = wanted.server !== built.server;
  const web = wanted.web !== built.web;
  // Forgotten first: a build that is interrupted must not look finished.
  if (server || web) rememberBuilt({ server: server ? '' : built.server, web: web ? '' : built.web });
  if (server) await step('server and worker', buildServer);
  if (web) rememberBuilt({ server: wanted.server, web: '' });
  if (web && hasConsole()) await step('console', buildConsole);
  rememberBuilt(wanted);
});

async function step(name, build) {
  const startedAt = performance.now();
  say(`Building ${name}.`);
  await withProgress(`building ${name}`, build);
  say(`Built ${name} in ${seconds(startedAt)} s.`);
}

async function buildServer() {
  await runOrRefuse('nest build', process.execPath, [
    inRoot('node_modules/@nestjs/cli/bin/nest.js'),
    'build',
    '--all',
  ]);
  for (const folder of COMPILED) removeOrphans(join(DIST, folder));
  for (const folder of ASSET_FOLDERS) copyAssets(folder);
}

/** Outputs whose source is gone: a deleted migration left in dist would still run. */
function removeOrphans(folder) {
  for (const file of filesIn(folder)) {
    const source = inRoot(relative(DIST, file).replace(/\.js(\.map)?$/, ''));
    const kept = file.endsWith('.js') || file.endsWith('.js.map') ? ['.ts', '.tsx'] : [''];
    if (!kept.some((ending) => existsSync(`${source}${ending}`))) rmSync(file);
  }
}

function copyAssets(folder) {
  for (const file of filesIn(inRoot(folder))) {
    if (SOURCE.test(file)) continue;
    const target = join(DIST, relative(inRoot(), file));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(file, target);
  }
}

async function buildConsole() {
  // Whatever this runs in: people get the fast build of React.
  const env = { ...process.env, NODE_ENV: 'production' };
  await runOrRefuse(
    'vite build',
    process.execPath,
    [inRoot('node_modules/vite/bin/vite.js'), 'build', inRoot('apps/web')],
    { env },
  );
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

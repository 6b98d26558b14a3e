const { existsSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const RUN_FOLDER_PREFIX = 'throughline-test-';
const tool = (name) => import(pathToFileURL(join(__dirname, '..', '..', 'tools', 'lib', name)).href);

/** Stops the servers and removes the folders of runs that were killed before their teardown. */
async function removeLeftovers() {
  const { stopLeftover } = await tool('postgres-server.mjs');
  const { commandOf, isAlive } = await tool('processes.mjs');
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(RUN_FOLDER_PREFIX) ? name.slice(RUN_FOLDER_PREFIX.length) : NaN);
    if (!Number.isInteger(pid) || (isAlive(pid) && commandOf(pid).includes('jest'))) continue;
    const folder = join(tmpdir(), name);
    if (existsSync(join(folder, 'postgres'))) await stopLeftover(join(folder, 'postgres')).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { removeLeftovers, RUN_FOLDER_PREFIX };

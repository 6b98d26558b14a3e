const { existsSync, readdirSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const RUN_FOLDER_PREFIX = 'throughline-test-';
const server = join(__dirname, '..', '..', 'tools', 'lib', 'postgres-server.mjs');

/** Stops the servers and removes the folders of runs that were killed before their teardown. */
async function removeLeftovers() {
  const { stopLeftover } = await import(pathToFileURL(server).href);
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(RUN_FOLDER_PREFIX) ? name.slice(RUN_FOLDER_PREFIX.length) : NaN);
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if (existsSync(join(folder, 'postgres'))) await stopLeftover(join(folder, 'postgres')).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

module.exports = { removeLeftovers, RUN_FOLDER_PREFIX };

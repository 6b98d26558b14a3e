const { chmodSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const ROOT = join(__dirname, '..', '..');
const tool = (name) => require(join(ROOT, 'tools', 'lib', name));

/** As an operator would leave it: every commit waits for the disk. */
const SETTINGS = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_connections: '200' };

/** A PostgreSQL of this run alone, in a temporary folder. Plain JavaScript: it loads the launcher's ESM files. */
async function startPostgres() {
  const { postgresHome } = tool('postgres-home.mjs');
  const { initialiseCluster, startServer } = tool('postgres-server.mjs');
  const { anyFreePort } = tool('ports.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  chmodSync(folder, 0o711);
  const home = postgresHome(join(folder, 'postgres'));
  const password = 'bench';
  const port = await anyFreePort();
  await initialiseCluster(home, password);
  const logFile = join(folder, 'postgres.log');
  const server = await startServer(home, { port, logFile, settings: SETTINGS, ownGroup: true });
  return {
    folder,
    port,
    pid: server.pid,
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await server.stop(true);
      rmSync(home.dataDirectory, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Builds what changed, as `npm start` does. */
async function buildProduct() {
  const { runOrRefuse } = tool('run.mjs');
  await runOrRefuse('Building the product', process.execPath, [
    join(ROOT, 'tools', 'build.mjs'),
    '--changed',
  ]);
}

module.exports = { buildProduct, startPostgres };

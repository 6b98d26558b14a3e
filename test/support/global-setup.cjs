const { randomBytes } = require('node:crypto');
const { chmodSync, mkdirSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const stopRun = require('./global-teardown.cjs');
const { needsDatabase } = require('./needs-database.cjs');
const { buildProduct, needsProduct } = require('./needs-product.cjs');
const { removeLeftovers, RUN_FOLDER_PREFIX } = require('./leftovers.cjs');

const ROOT = join(__dirname, '..', '..');
const tool = (name) => import(pathToFileURL(join(ROOT, 'tools', 'lib', name)).href);

/** Throw-away data: nothing is lost that matters, so nothing waits for the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/**
 * Starts one PostgreSQL for the whole run, in a temporary folder, and makes a migrated template database.
 * A run of unit specs alone starts none; one that starts the product itself builds it first.
 */
module.exports = async (globalConfig) => {
  await removeLeftovers();
  if (!needsDatabase(ROOT, globalConfig.testPathPatterns)) return;
  if (needsProduct(ROOT, globalConfig.testPathPatterns)) await buildProduct(ROOT);
  const folder = join(tmpdir(), `${RUN_FOLDER_PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const server = await startPostgres(folder);
  globalThis.throughlineTestRun = { folder, dataDirectory: server.dataDirectory, server };
  await prepareTemplate().catch(async (error) => {
    await stopRun();
    throw error;
  });
};

async function startPostgres(folder) {
  const { postgresHome } = await tool('postgres-home.mjs');
  const { initialiseCluster, startServer } = await tool('postgres-server.mjs');
  const { anyFreePort } = await tool('ports.mjs');
  const home = postgresHome(join(folder, 'postgres'));
  const password = randomBytes(12).toString('hex');
  const port = await anyFreePort();
  await initialiseCluster(home, password);
  const server = await startServer(home, {
    port,
    logFile: join(folder, 'postgres.log'),
    settings: FAST,
    ownGroup: false,
  });
  process.env.TEST_PG_ADMIN_URL = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  process.env.TEST_PG_OWNER_PASSWORD = randomBytes(12).toString('hex');
  process.env.TEST_PG_APP_PASSWORD = randomBytes(12).toString('hex');
  process.env.TEST_PG_LOG = join(folder, 'postgres.log');
  return { ...server, dataDirectory: home.dataDirectory };
}

/** In a process of its own: the migrations are TypeScript, and jest's loader is not theirs. */
async function prepareTemplate() {
  const { runOrRefuse } = await tool('run.mjs');
  await runOrRefuse('Making the template database', process.execPath, [
    '-r',
    join(ROOT, 'tools', 'register.cjs'),
    join(__dirname, 'make-template.ts'),
  ]);
}

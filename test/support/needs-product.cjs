const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { specsOf } = require('./needs-database.cjs');

/** Does this run hold a spec that starts the built product? */
function needsProduct(root, testPathPatterns) {
  return specsOf(root, testPathPatterns).some((spec) =>
    /^test\/(e2e\/|browser\/|sentinels\/plain-text)/.test(spec),
  );
}

/** Builds what changed, once for all specs of a run: as for people, whatever the run itself is for. */
async function buildProduct(root) {
  const { runOrRefuse } = await import(pathToFileURL(join(root, 'tools', 'lib', 'run.mjs')).href);
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = [join(root, 'tools', 'build.mjs'), '--changed'];
  await runOrRefuse('Building the product', process.execPath, build, { env });
}

module.exports = { buildProduct, needsProduct };

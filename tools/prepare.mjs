/**
 * Runs before `npm start` and `npm test`, when node_modules may not exist: Node's built-ins only.
 * Installs the packages when they differ from the lock file; for `start` also builds when sources changed.
 */
import { packagesAreInstalled } from './lib/installed.mjs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say, seconds, withProgress } from './lib/progress.mjs';
import { run, runOrRefuse } from './lib/run.mjs';
import { builtStamps, sourceStamps } from './lib/source-stamp.mjs';

const LEAST_NODE = [20, 19];

await main(async () => {
  refuseOldNode();
  if (!packagesAreInstalled()) await install();
  if (process.argv[2] === 'start' && sourcesChanged()) await build();
});

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Refusal(
    `Throughline needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

async function install() {
  const startedAt = performance.now();
  say('Installing packages (once; this takes a minute or two).');
  // --include=dev: the build needs them even where NODE_ENV=production is set.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  await withProgress('installing packages', () => runNpm(args));
  if (!packagesAreInstalled())
    throw new Refusal('npm ci ended, but node_modules does not match package-lock.json.');
  say(`Packages installed in ${seconds(startedAt)} s.`);
}

/** npm by the file that runs this script when npm tells it: finds the same npm on every system. */
async function runNpm(args) {
  const npmFile = process.env.npm_execpath;
  if (npmFile?.endsWith('.js')) await runOrRefuse('npm ci', process.execPath, [npmFile, ...args]);
  else await runOrRefuse('npm ci', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

function sourcesChanged() {
  const now = sourceStamps();
  const built = builtStamps();
  return now.server !== built.server || now.web !== built.web;
}

async function build() {
  const { code } = await run(process.execPath, [inRoot('tools/build.mjs'), '--changed']);
  if (code !== 0) throw new Refusal('The build failed; nothing was started.');
}

/**
 * `npm test [-- path or jest flags]`: runs jest under a hard time limit and ends with one plain line of totals.
 * Suites whose extra program is missing are skipped and said so; with CI=true that is a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extraPrograms, whatIsMissing } from './lib/extra-programs.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { main, say, seconds } from './lib/progress.mjs';

const LIMIT_MINUTES = Number(process.env.TEST_LIMIT_MINUTES) || 30;
const SILENCE_SECONDS = 15;

await main(async () => {
  const programs = extraPrograms();
  const missing = whatIsMissing(programs);
  for (const sentence of missing) say(sentence);
  const folder = mkdtempSync(join(tmpdir(), 'throughline-totals-'));
  const report = join(folder, 'jest.json');
  const code = await runJest(report, programs);
  const totals = totalsIn(report);
  rmSync(folder, { recursive: true, force: true });
  for (const sentence of missing) say(sentence);
  const incomplete = process.env.CI === 'true' && missing.length > 0;
  if (incomplete) say('CI=true: a skipped suite is a failure.');
  say(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
  process.exitCode = code !== 0 || incomplete || totals.failed > 0 ? 1 : 0;
});

function runJest(report, { redis, chromium }) {
  const args = ['--forceExit', '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
  const child = spawn(process.execPath, [inRoot('node_modules/jest/bin/jest.js'), ...args], {
    cwd: ROOT,
    // jest --json prints its report on stdout as well; people read stderr.
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_ENV: 'test', TEST_REDIS: redis ? '1' : '0', TEST_CHROMIUM: chromium },
    detached: true,
  });
  const endTree = (signal) => child.pid && signalGroup(child.pid, signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => endTree(signal));
  const stopWatching = watch(child, () => {
    say(
      `The tests took longer than ${LIMIT_MINUTES} minutes and were stopped (TEST_LIMIT_MINUTES changes that).`,
    );
    endTree('SIGTERM');
    setTimeout(() => endTree('SIGKILL'), 5_000).unref();
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      stopWatching();
      // Whatever a killed run left in its group, servers included.
      if (code === null) endTree('SIGKILL');
      resolve(code ?? 1);
    });
  });
}

/** Passes jest's words on, shows in silence that it goes on, and calls `onLimit` when the time is over. */
function watch(child, onLimit) {
  const startedAt = performance.now();
  let spokeAt = startedAt;
  child.stderr.on('data', (chunk) => {
    spokeAt = performance.now();
    process.stderr.write(chunk);
  });
  const heartbeat = setInterval(() => {
    if (performance.now() - spokeAt < SILENCE_SECONDS * 1000) return;
    spokeAt = performance.now();
    say(`  testing … ${seconds(startedAt)} s`);
  }, 1000);
  const limit = setTimeout(onLimit, LIMIT_MINUTES * 60_000);
  return () => {
    clearInterval(heartbeat);
    clearTimeout(limit);
  };
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** A suite that did not even load holds no test, and still is a failure. */
function totalsIn(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

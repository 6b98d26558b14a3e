/**
 * `npm start`: the whole product on one machine. Database, roles, migrations, demonstration, then API, worker and
 * mail catcher; prints where they are; stops everything in order on Ctrl+C, keeping the data for the next start.
 */
import { existsSync } from 'node:fs';
import { lockDataDirectory, openDataDirectory, readJson } from './lib/data-dir.mjs';
import { startEmbeddedDatabase } from './lib/embedded-database.mjs';
import { forParts, launchEnvironment } from './lib/launch-environment.mjs';
import { startPart } from './lib/part.mjs';
import { inRoot } from './lib/paths.mjs';
import { lastLines } from './lib/postgres-server.mjs';
import { entryFile, prepareData } from './lib/prepare-data.mjs';
import { waitUntil } from './lib/processes.mjs';
import { main, Refusal, say, withProgress } from './lib/progress.mjs';

const READY_LIMIT_MS = 60_000;
/** A terminal's Ctrl+C arrives twice (once from npm); a person who means "now" presses again after a second. */
const SECOND_SIGNAL_AFTER_MS = 1_000;

const running = { parts: [], database: undefined, stopping: false };
const askedToStop = new Promise((resolve) => {
  let firstAt;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (firstAt && performance.now() - firstAt > SECOND_SIGNAL_AFTER_MS) stopAtOnce();
      firstAt ??= performance.now();
      resolve('stop');
    });
  }
});

await main(async () => {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const folder = openDataDirectory();
  const unlock = lockDataDirectory(folder);
  const launched = launch(folder);
  try {
    const outcome = await Promise.race([launched.then(someEnd), askedToStop]);
    if (outcome !== 'stop') throw outcome;
    say('\nStopping …');
  } finally {
    running.stopping = true;
    // A step under way may still start something: it ends first.
    await launched.catch(() => {});
    await stopAll();
    unlock();
  }
  say('Stopped. The data is kept for the next start.');
});
// Whatever a stopped launch still waits for must not hold the process.
process.exit();

async function launch(folder) {
  const startedAt = performance.now();
  const { env, withCatcher } = await launchEnvironment(folder);
  const embedded = !env.DATABASE_URL;
  const database = embedded ? await startEmbeddedDatabase(folder) : undefined;
  running.database = database?.server;
  Object.assign(env, database?.urls);
  await prepareData({ folder, env, embedded, isNew: database?.isNew });
  if (running.stopping) return;
  startParts({ folder, env: forParts(env), withCatcher });
  await withProgress('waiting for the API', () => untilReady(env));
  if (running.stopping || running.parts.some((part) => part.hasEnded())) return;
  const took = ((performance.now() - startedAt) / 1000).toFixed(1);
  announce({ folder, env, withCatcher, took });
}

function startParts({ folder, env, withCatcher }) {
  if (withCatcher)
    running.parts.push(startPart('catcher', entryFile('apps/worker/src/catcher'), { folder, env }));
  running.parts.push(startPart('api', entryFile('apps/api/src/main'), { folder, env }));
  running.parts.push(startPart('worker', entryFile('apps/worker/src/main'), { folder, env }));
}

async function untilReady({ HOST, PORT }) {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/readyz`;
  const ready = await waitUntil(
    async () => running.stopping || running.parts.some((part) => part.hasEnded()) || (await answers(url)),
    READY_LIMIT_MS,
  );
  if (ready) return;
  const api = running.parts.find((part) => part.name === 'api');
  throw new Refusal(
    `The API did not get ready. Its log, ${api.logFile}, ends with:\n${lastLines(api.logFile, 30)}`,
  );
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Waits until any part ends, which none should. Gives the Refusal that says which and why. */
function someEnd() {
  const partEnds = running.parts.map((part) =>
    part.ended.then(
      (how) =>
        new Refusal(
          `The ${part.name} ended ${how}. Its log, ${part.logFile}, ends with:\n${lastLines(part.logFile, 30)}`,
        ),
    ),
  );
  const databaseEnds = running.database?.ended.then(
    () => new Refusal('The database ended by itself. See logs/postgres.log.'),
  );
  return Promise.race([...partEnds, ...(databaseEnds ? [databaseEnds] : [])]);
}

async function stopAll() {
  const catcher = running.parts.filter((part) => part.name === 'catcher');
  const others = running.parts.filter((part) => part.name !== 'catcher');
  // The worker may still be handing over a mail: the catcher goes after it, the database last.
  await withProgress('stopping', async () => {
    await Promise.all(others.map((part) => part.stop()));
    await Promise.all(catcher.map((part) => part.stop()));
    await running.database?.stop();
  });
}

function stopAtOnce() {
  for (const part of running.parts) part.stopNow();
  void running.database?.stop(true).finally(() => process.exit(1));
}

function announce({ folder, env, withCatcher, took }) {
  say(`\nThroughline runs (ready in ${took} s).\n`);
  say(`  Clinic sign-in   ${env.BASE_URL}`);
  if (withCatcher) say(`  Sent e-mail      http://localhost:${env.MAIL_CATCHER_PORT}`);
  say(`  API, described   ${env.BASE_URL}/api/docs`);
  announceSignIns(readJson(folder, 'demo.json')?.signIns ?? []);
  announceCodes(readJson(folder, 'demo.json')?.signIns ?? [], { env, withCatcher });
  say(`\n  Data and logs are in ${folder}. Ctrl+C stops everything.\n`);
}

function announceSignIns(signIns) {
  if (signIns.length === 0) return;
  say('\n  Demonstration sign-ins (nobody in it is real):');
  for (const clinic of new Set(signIns.map((entry) => entry.clinic))) {
    say(`    ${clinic}`);
    for (const { name, email, password, roles } of signIns.filter((entry) => entry.clinic === clinic)) {
      say(`      ${email.padEnd(34)} ${password.padEnd(24)} ${name}, ${roles.join(' + ')}`);
    }
  }
}

/** A password alone opens nothing: where the second factor of the demonstration is to be had. */
function announceCodes(signIns, { env, withCatcher }) {
  const people = new Map(signIns.filter((entry) => entry.totpSecret).map((entry) => [entry.email, entry]));
  if (people.size === 0) return;
  if (withCatcher) {
    say(
      `\n  Signing in also asks for a code: http://localhost:${env.MAIL_CATCHER_PORT} shows the current ones.`,
    );
    return;
  }
  say('\n  Signing in also asks for a code. Secrets for an authenticator app:');
  for (const { email, totpSecret } of people.values()) say(`      ${email.padEnd(34)} ${totpSecret}`);
}

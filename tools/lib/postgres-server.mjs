import { spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { commandOf, endProcess, isAlive, waitUntil } from './processes.mjs';
import { Refusal } from './progress.mjs';
import { runOrRefuse } from './run.mjs';

const START_LIMIT_MS = 60_000;
const STOP_GRACE_MS = 10_000;
const BARE_ENVIRONMENT = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  SYSTEMROOT: process.env.SYSTEMROOT,
};

/** Loopback only, no socket file. Statements and values stay out of the log: they may hold what people wrote. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
};

/**
 * Makes a new cluster, superuser `postgres`, password sign-in only. Sorting is by code point in every place, so
 * an index made on one system is right on another.
 * @param {{ binaries: string, dataDirectory: string, account?: { uid: number, gid: number } }} home
 */
export async function initialiseCluster({ binaries, dataDirectory, account }, password) {
  const passwordFile = `${dataDirectory}.password`;
  makeFolder(dataDirectory, account);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) chownSync(passwordFile, account.uid, account.gid);
  try {
    await runOrRefuse(
      'Making the database cluster',
      join(binaries, 'bin/initdb'),
      initdbFlags(dataDirectory, passwordFile),
      {
        cwd: '/',
        env: BARE_ENVIRONMENT,
        account,
      },
    );
  } catch (error) {
    rmSync(dataDirectory, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const initdbFlags = (dataDirectory, passwordFile) => [
  `--pgdata=${dataDirectory}`,
  `--pwfile=${passwordFile}`,
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-sync',
];

function makeFolder(folder, account) {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/**
 * Starts a server on 127.0.0.1:port and waits until it takes connections. A server left over from a launcher
 * that was killed is stopped first, and a stale lock file removed; PostgreSQL then recovers by itself.
 * @param {object} options `ownGroup`: shielded from the terminal's Ctrl+C, so that it can be stopped last
 * @returns {Promise<{ pid: number, ended: Promise<void>, stop: (now?: boolean) => Promise<void> }>}
 */
export async function startServer(home, { port, logFile, settings = {}, ownGroup = true }) {
  await stopLeftover(home.dataDirectory);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(home.binaries, 'bin/postgres'), serverFlags(home.dataDirectory, port, settings), {
    cwd: '/',
    env: BARE_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: ownGroup,
    ...(home.account && { uid: home.account.uid, gid: home.account.gid }),
  });
  closeSync(log);
  let over = false;
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve((over = true)));
    child.once('exit', () => resolve((over = true)));
  }).then(() => {});
  const ready = await waitUntil(() => over || isReady(home.dataDirectory, child.pid), START_LIMIT_MS);
  if (over || !ready) {
    if (child.pid && !over) await endProcess(child.pid, ['SIGQUIT', 'SIGKILL'], STOP_GRACE_MS);
    throw new Refusal(
      `The database did not start. Its log, ${logFile}, ends with:\n${lastLines(logFile, 8)}`,
    );
  }
  return { pid: child.pid, ended, stop: (now = false) => stop(child.pid, ended, now) };
}

function serverFlags(dataDirectory, port, settings) {
  const all = Object.entries({ ...SETTINGS, ...settings });
  return [
    '-D',
    dataDirectory,
    '-p',
    String(port),
    ...all.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
}

/** SIGINT is PostgreSQL's "fast" stop: open transactions end, everything is written. SIGQUIT does not wait. */
async function stop(pid, ended, now) {
  await endProcess(pid, now ? ['SIGQUIT', 'SIGKILL'] : ['SIGINT', 'SIGQUIT', 'SIGKILL'], STOP_GRACE_MS);
  await ended;
}

/** The eighth line of PostgreSQL's lock file tells its state; the first its process. */
function isReady(dataDirectory, pid) {
  const lines = lockLines(dataDirectory);
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
}

export async function stopLeftover(dataDirectory) {
  const pid = Number(lockLines(dataDirectory)[0]);
  if (!pid) return;
  const isServer = isAlive(pid) && commandOf(pid).includes(dataDirectory);
  if (isServer && !(await endProcess(pid, ['SIGINT', 'SIGQUIT'], STOP_GRACE_MS))) {
    throw new Refusal(`A database server (process ${pid}) still holds ${dataDirectory} and does not stop.`);
  }
  // The number may belong to an unrelated process by now; PostgreSQL would take it for a running server.
  rmSync(lockFile(dataDirectory), { force: true });
}

const lockFile = (dataDirectory) => join(dataDirectory, 'postmaster.pid');

function lockLines(dataDirectory) {
  try {
    return readFileSync(lockFile(dataDirectory), 'utf8').split('\n');
  } catch {
    return [];
  }
}

export const lastLines = (file, count) =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';

/** True when a cluster was made here and finished. */
export const hasCluster = (dataDirectory) => existsSync(join(dataDirectory, 'PG_VERSION'));

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { prepareQueueSchema } from './prepare-queue-schema.js';
import type { QueuesOptions } from './queues.js';

/** A real server for one run of the contract. */
export type TestServer = {
  options: QueuesOptions;
  /** Everything in the queues is gone, at once and unasked. */
  empty(): Promise<void>;
  /** Redis: the process dies and comes back. PostgreSQL: every connection is terminated. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  seconds = 20,
): Promise<void> {
  const deadline = performance.now() + seconds * 1_000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await pause(20);
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A door in front of a server, shut at first: the way to it can be cut and opened again. */
export async function gateTo(options: QueuesOptions) {
  const target = new URL(options.queueUrl ?? options.databaseUrl);
  const sockets = new Set<Socket>();
  const door = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const port = await freePort();
  const through = new URL(target);
  through.port = String(port);
  return {
    options: { ...options, [options.queueUrl ? 'queueUrl' : 'databaseUrl']: through.href },
    open: () => new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve)),
    shut: () => {
      door.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const has = (program: string) => spawnSync(program, ['--version']).status === 0;
export const redisMissing = has('redis-server') ? undefined : 'redis-server is not installed';

/** Short enough that a test can wait for a dead worker's job. */
const quick = { lockSeconds: 1, stalledCheckSeconds: 1, drainSeconds: 10 };

export async function startRedis(): Promise<TestServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-redis-'));
  let server: ChildProcess;
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  const begin = async () => {
    const flags = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
    server = spawn('redis-server', [...flags, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction']);
    await until('redis answers', () => client.ping().then(Boolean, () => false));
  };
  const end = async () => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await begin();
  return {
    options: { queueUrl: url, databaseUrl: 'postgres://unused.invalid/x', ...quick },
    empty: async () => void (await client.flushall()),
    restart: async () => {
      await end();
      await begin();
    },
    stop: async () => {
      client.disconnect();
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const debianBinaries = ['18', '17', '16', '15']
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find(existsSync);
export const postgresMissing =
  process.env['TEST_PG_ADMIN_URL'] || (debianBinaries && process.getuid?.() === 0)
    ? undefined
    : 'TEST_PG_ADMIN_URL is not set';

/** The URL of a superuser: the one given, or that of a throw-away server. */
async function adminUrl(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_PG_ADMIN_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pg-'));
  spawnSync('chown', ['postgres', folder]);
  chmodSync(folder, 0o700);
  const port = await freePort();
  const as = (program: string, args: string[]) => [
    '-u',
    'postgres',
    '--',
    join(debianBinaries ?? '', program),
    ...args,
  ];
  spawnSync('runuser', as('initdb', ['-D', `${folder}/data`, '-A', 'trust', '-N']), { cwd: folder });
  const flags = ['-D', `${folder}/data`, '-p', `${port}`, '-k', folder, '-c', 'listen_addresses=127.0.0.1'];
  const server = spawn('runuser', as('postgres', flags), { cwd: folder, stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await until('postgres answers', () => asClient(url, () => Promise.resolve(true)).catch(() => false));
  const stop = async () => {
    const ended = once(server, 'exit');
    spawnSync('runuser', as('pg_ctl', ['-D', `${folder}/data`, '-m', 'immediate', 'stop']), { cwd: folder });
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function asClient<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

export type PostgresTestServer = TestServer & { ownerUrl: string };

/** A database of its own, with an owner and a runtime role as in production: neither is a superuser. */
export async function startPostgres(): Promise<PostgresTestServer> {
  const admin = await adminUrl();
  const mark = `q${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const [database, owner, app] = [`${mark}_db`, `${mark}_owner`, `${mark}_app`];
  const urlOf = (role: string) => {
    const url = new URL(admin.url);
    Object.assign(url, { pathname: `/${database}`, username: role, password: 'pass' });
    return url.href;
  };
  await asClient(admin.url, async (client) => {
    await client.query(`create role ${owner} login password 'pass'`);
    await client.query(`create role ${app} login password 'pass'`);
    await client.query(`create database ${database} owner ${owner}`);
  });
  await prepareQueueSchema(urlOf(owner), { appRole: app });
  const inDatabase = new URL(admin.url);
  inDatabase.pathname = `/${database}`;
  return {
    ownerUrl: urlOf(owner),
    options: { databaseUrl: urlOf(app), ...quick },
    empty: () =>
      asClient(inDatabase.href, async (client) => {
        await client.query('delete from bullmq.job');
        await client.query('truncate bullmq.dedup, bullmq.event, bullmq.meta');
      }),
    restart: () =>
      asClient(admin.url, async (client) => {
        await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
          database,
        ]);
      }),
    stop: async () => {
      await asClient(admin.url, async (client) => {
        await client.query(`drop database ${database} with (force)`);
        await client.query(`drop role ${owner}, ${app}`);
      });
      await admin.stop();
    },
  };
}

/** What the contract is run on; with CI=true a missing server is a failure. */
export const backends = [
  { backend: 'PostgreSQL', missing: postgresMissing, start: startPostgres as () => Promise<TestServer> },
  { backend: 'Redis', missing: redisMissing, start: startRedis },
];
for (const { backend, missing } of backends) {
  if (missing && process.env['CI']) throw new Error(`the queues cannot be tested on ${backend}: ${missing}`);
}

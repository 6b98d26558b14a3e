import type { Client } from 'pg';

import type { BenchRun } from '../bench-run.js';
import type { Child } from '../child.js';
import { residentMb, untilIdle } from '../process-usage.js';
import { startRedis } from '../redis.js';
import { type Cell, measure, type Measurement, type Round } from '../rounds.js';
import { makeDue } from '../world/due-mailings.js';
import type { World } from '../world/world.js';

/** Seconds between two looks at what is due. A round begins within one, so it must be short. */
const SWEEP_SECONDS = '2';

export interface Dispatch {
  measurement: Measurement;
  workerMb: number;
}

/** One worker for each kind of queue, each on its own copy of the database, and nodemailer alone; one sink for all. */
export async function measureDispatch(
  run: BenchRun,
  world: World,
  { rounds, redis, flags = [] }: { rounds: number; redis: boolean; flags?: readonly string[] },
): Promise<Dispatch> {
  const sink = run.floor('mail-sink', {});
  const { port } = await sink.message<{ port: number }>();
  const mail = { SMTP_URL: `smtp://127.0.0.1:${port}`, SWEEP_SECONDS };
  const floor = run.floor('mail-floor', mail);
  await floor.message();
  const redisServer = redis ? await startRedis() : undefined;
  const workers = [await aWorker(run, 'dispatch_postgres', 'PostgreSQL', mail, flags)];
  if (redisServer) {
    const settings = { ...mail, QUEUE_URL: redisServer.url };
    workers.push(await aWorker(run, 'dispatch_redis', 'Redis', settings, flags));
  }
  // At its start a worker plans ahead for every client; that would also undo what is made due by hand.
  await Promise.all(workers.map(({ child }) => untilIdle(child.pid)));
  const workerMb = Math.max(...workers.map(({ child }) => residentMb(child.pid)));
  const cells = [floorCell(floor, sink, world), ...workers.map((worker) => workerCell(worker, sink, world))];
  const measurement = await measure('dispatch', cells, { rounds, postmaster: run.postgres.pid });
  await Promise.all([
    ...workers.map(({ child, admin }) => child.stop().then(() => admin.end())),
    floor.stop(),
  ]);
  await sink.stop();
  await redisServer?.stop();
  return { measurement, workerMb };
}

interface Worker {
  name: string;
  child: Child;
  admin: Client;
}

async function aWorker(
  run: BenchRun,
  database: string,
  queue: string,
  settings: Record<string, string>,
  flags: readonly string[],
): Promise<Worker> {
  await run.copy(database);
  const child = await run.worker(database, settings, flags);
  return { name: `dispatch, queue in ${queue}`, child, admin: await run.admin(database) };
}

function floorCell(floor: Child, sink: Child, { toSend }: World): Cell {
  return {
    name: 'nodemailer alone',
    count: toSend.length,
    pid: floor.pid,
    run: async (count) => {
      const taken = sink.ask<{ ms: number }>({ expect: count });
      await floor.ask({ send: count });
      return roundOf(count, await taken);
    },
  };
}

function workerCell({ name, child, admin }: Worker, sink: Child, { toSend }: World): Cell {
  return {
    name,
    count: toSend.length,
    pid: child.pid,
    run: async (count) => {
      const taken = sink.ask<{ ms: number }>({ expect: count });
      await makeDue(admin, toSend.slice(0, count));
      return roundOf(count, await taken);
    },
  };
}

/** From the first mail to the last: `count - 1` of them in that time. */
const roundOf = (count: number, { ms }: { ms: number }): Round => ({
  perSecond: ((count - 1) / ms) * 1000,
  latencies: [],
  wrong: 0,
});

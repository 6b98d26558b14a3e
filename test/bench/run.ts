/**
 * `npm run bench`: the built product beside its floors, in the same rounds, on a PostgreSQL of its own that waits
 * for the disk. Prints what was measured and what the project set itself; never fails because of a figure.
 * BENCH_ANSWERS: how many other answers stand in the database (20000). BENCH_ROUNDS: at least 5.
 * BENCH_ONLY: some of brief, submit, dispatch, start, separated by commas. BENCH_PROFILE: a folder for CPU profiles.
 */
import 'reflect-metadata';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { BenchRun } from './bench-run.js';
import type { Reached } from './goals.js';
import { measureDispatch } from './measure/dispatch.js';
import {
  countRoundTrips,
  measureBrief,
  measureSubmit,
  type Setting,
  startFloor,
} from './measure/requests.js';
import { measureStarts } from './measure/starts.js';
import { buildProduct } from './postgres.cjs';
import { residentMb, untilIdle } from './process-usage.js';
import { hasRedis } from './redis.js';
import { printGoals, printMeasurement } from './report.js';
import { type Measurement, p99, ratiosOf } from './rounds.js';
import { otherAnswers } from './world/other-answers.js';
import { makeWorld, type World } from './world/world.js';

const FEW_ANSWERS = 10_000;
/** From here on it tells something to compare with few answers. */
const MANY_ANSWERS = 1_000_000;
const REQUESTS = { brief: 250, submit: 200 };
const TOWNS = { count: 6, clients: 25 };

const rounds = Math.max(5, Number(process.env.BENCH_ROUNDS) || 5);
const answers = Number(process.env.BENCH_ANSWERS) || 20_000;
const only = process.env.BENCH_ONLY?.split(',');
const wants = (part: string): boolean => !only || only.includes(part);
const profile = process.env.BENCH_PROFILE;
const flags = profile
  ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, '--require', join(__dirname, 'end-by-itself.cjs')]
  : [];
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const startedAt = performance.now();
  say(`${cpus().length} × ${cpus()[0]!.model}, Node ${process.versions.node}, ${rounds} rounds`);
  await buildProduct();
  const run = await BenchRun.start();
  process.once('SIGINT', () => void run.stop().finally(() => process.exit(130)));
  try {
    const reached: Reached[] = [];
    const world = await makeWorld(run, {
      prompts: REQUESTS.submit * (rounds + 1) + 100,
      otherAnswers: answers >= MANY_ANSWERS ? FEW_ANSWERS : answers,
      towns: wants('dispatch') ? TOWNS : { count: 0, clients: 0 },
    });
    say(`${answers} other answers; made in ${Math.round((performance.now() - startedAt) / 1000)} s`);
    // Before anything else is connected: a database that is in use cannot be copied.
    if (wants('dispatch')) reached.push(...(await dispatch(run, world)));
    if (wants('brief') || wants('submit')) reached.push(...(await requests(run, world)));
    if (wants('start')) reached.push(...(await starts(run)));
    printGoals(reached);
    say(`Took ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  } finally {
    await run.stop();
  }
}

async function dispatch(run: BenchRun, world: World): Promise<Reached[]> {
  const redis = hasRedis();
  if (!redis) say('redis-server is not installed: only the queue in PostgreSQL is measured.');
  const { measurement, workerMb } = await measureDispatch(run, world, { rounds, redis, flags });
  printMeasurement(measurement);
  return [
    { goal: 'dispatchPostgres', ...ratio(measurement, 1) },
    { goal: 'dispatchRedis', ...ratio(measurement, 2) },
    { goal: 'workerMemory', value: workerMb },
  ];
}

async function requests(run: BenchRun, world: World): Promise<Reached[]> {
  const [api, floor] = [await run.api(undefined, flags), await startFloor(run, world)];
  await untilIdle(api.child.pid);
  const reached: Reached[] = [{ goal: 'apiMemory', value: residentMb(api.child.pid) }];
  const setting: Setting = { run, world, api, floor, rounds };
  if (wants('brief')) reached.push(...(await brief(setting)));
  if (wants('submit')) {
    const measurement = await measureSubmit(setting, REQUESTS.submit);
    printMeasurement(measurement);
    reached.push({ goal: 'submit', ...ratio(measurement, 1) });
  }
  await Promise.all([api.child.stop(), floor.child.stop()]);
  const trips = await countRoundTrips(run, world);
  return [
    ...reached,
    { goal: 'briefTrips', value: trips.brief },
    { goal: 'submitTrips', value: trips.submit },
  ];
}

async function brief(setting: Setting): Promise<Reached[]> {
  const measurement = await measureBrief(setting, 'brief', REQUESTS.brief);
  printMeasurement(measurement);
  const reached: Reached[] = [{ goal: 'brief', ...ratio(measurement, 1) }];
  if (answers < MANY_ANSWERS) return [...reached, { goal: 'briefGrown', value: Number.NaN }];
  const admin = await setting.run.admin();
  await otherAnswers(admin, setting.world.town.clinic, answers);
  await admin.end();
  const grown = await measureBrief(setting, `brief, ${answers} answers`, REQUESTS.brief);
  printMeasurement(grown);
  const value = p99(grown.cells[1]!) / p99(measurement.cells[1]!);
  return [...reached, { goal: 'briefGrown', value, isVoid: measurement.isVoid || grown.isVoid }];
}

async function starts(run: BenchRun): Promise<Reached[]> {
  const { first, second } = await measureStarts(run.postgres.folder);
  return [
    { goal: 'firstStart', value: first },
    { goal: 'secondStart', value: second },
  ];
}

function ratio(measurement: Measurement, cell: number): Pick<Reached, 'value' | 'isVoid'> {
  const name = measurement.cells[cell]?.name ?? '';
  return { value: ratiosOf(measurement).get(name)?.median ?? Number.NaN, isVoid: measurement.isVoid };
}

void main();

import type { BenchApi, BenchRun } from '../bench-run.js';
import type { Child } from '../child.js';
import { CountingProxy } from '../counting-proxy.js';
import { type Call, Load } from '../load.js';
import { type Cell, measure, type Measurement } from '../rounds.js';
import type { World } from '../world/world.js';
import { briefCall, floorSubmitCall, signIn, submitCall } from './visitors.js';

export interface Floor {
  child: Child;
  port: number;
}

/** Fastify alone, beside the API. */
export async function startFloor(run: BenchRun, { town }: World): Promise<Floor> {
  const child = run.floor('api-floor', {
    ADMIN_URL: run.url('postgres'),
    DATABASE_URL: run.url('throughline_app'),
    CLINIC_ID: town.clinic.clinicId,
    STAFF_MEMBER_ID: town.practitioner.staffMemberId,
  });
  return { child, port: (await child.message<{ port: number }>()).port };
}

export interface Setting {
  run: BenchRun;
  world: World;
  api: BenchApi;
  floor: Floor;
  rounds: number;
}

export async function measureBrief(
  { run, world, api, floor, rounds }: Setting,
  title: string,
  count: number,
) {
  const { appointmentId, town } = world;
  const cookie = await signIn(api, town.practitioner);
  const cells = [
    cell('Fastify, one call', count, floor, 200, () => ({ method: 'GET', path: `/brief/${appointmentId}` })),
    cell('open a brief', count, { child: api.child, port: api.port }, 200, () =>
      briefCall(appointmentId, cookie),
    ),
    cell('(its own statement, sent as is)', count, floor, 200, () => ({
      method: 'GET',
      path: `/own-statement/${appointmentId}`,
    })),
  ];
  return measured(title, cells, { rounds, postmaster: run.postgres.pid });
}

export async function measureSubmit({ run, world, api, floor, rounds }: Setting, count: number) {
  const cells = [
    cell('Fastify, 4 trips', count, floor, 303, (index) => floorSubmitCall(world.prompts[index % 1_000]!)),
    cell('submit a reflection', count, api, 303, () => submitCall(world.prompts.shift()!)),
  ];
  return measured('submit', cells, { rounds, postmaster: run.postgres.pid });
}

type Loaded = Cell & { close: () => void };

function cell(
  name: string,
  count: number,
  { child, port }: Floor,
  status: number,
  callAt: (index: number) => Call,
): Loaded {
  const load = new Load(port, status);
  return {
    name,
    count,
    pid: child.pid,
    run: (requests) => load.run(requests, callAt),
    close: () => load.close(),
  };
}

async function measured(
  title: string,
  cells: readonly Loaded[],
  options: { rounds: number; postmaster: number },
): Promise<Measurement> {
  const measurement = await measure(title, cells, options);
  for (const { close } of cells) close();
  return measurement;
}

export interface RoundTrips {
  brief: number;
  submit: number;
}

const COUNTED = 20;

/** How often one request waits for the database: a short run of its own, through a counting proxy. */
export async function countRoundTrips(run: BenchRun, world: World): Promise<RoundTrips> {
  const proxy = await CountingProxy.open(run.postgres.port);
  const api = await run.api(proxy.port);
  const cookie = await signIn(api, world.town.practitioner);
  const of = async (status: number, call: () => Call): Promise<number> => {
    const load = new Load(api.port, status);
    // Keys are read once a process; a sign-in is marked as seen once a minute.
    await load.run(3, call, 1);
    proxy.take();
    const { wrong } = await load.run(COUNTED, call, 1);
    load.close();
    return wrong === 0 ? proxy.take() / COUNTED : Number.NaN;
  };
  const trips = {
    brief: await of(200, () => briefCall(world.appointmentId, cookie)),
    submit: await of(303, () => submitCall(world.prompts.shift()!)),
  };
  await api.child.stop();
  proxy.close();
  return trips;
}

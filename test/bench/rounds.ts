import { databaseMs, processorMs } from './process-usage.js';
import { median, quantile, spread } from './statistics.js';

/** What one cell did in one round. */
export interface Round {
  perSecond: number;
  /** Of every request, in ms; empty where single ones are not timed. */
  latencies: readonly number[];
  /** How many of them went wrong. */
  wrong: number;
}

/** Something measured, round by round. */
export interface Cell {
  name: string;
  /** Requests (or mails) a round. */
  count: number;
  /** Whose processor time is counted. */
  pid: number;
  run: (count: number, round: number) => Promise<Round>;
}

export interface CellResult {
  name: string;
  perSecond: number[];
  latencies: number[];
  wrong: number;
  /** Processor ms a request, one figure a round. */
  serverMs: number[];
  databaseMs: number[];
}

/** A control that varies by more than this says that the machine was busy with something else. */
const MOST_SPREAD = 1.5;

export interface Measurement {
  title: string;
  /** The first cell is the floor: the control. */
  cells: CellResult[];
  isVoid: boolean;
}

/** Runs every cell once a round, one after the other, so that all see the same machine. */
export async function measure(
  title: string,
  cells: readonly Cell[],
  { rounds, postmaster }: { rounds: number; postmaster: number },
): Promise<Measurement> {
  const results = cells.map(({ name }) => emptyResult(name));
  // Not counted: code gets compiled, connections opened, pages read.
  for (const cell of cells) await cell.run(Math.ceil(cell.count / 2), -1);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, cell] of cells.entries()) {
      await once(cell, round, { result: results[index]!, postmaster });
    }
  }
  return { title, cells: results, isVoid: spread(results[0]!.perSecond) > MOST_SPREAD };
}

async function once(
  cell: Cell,
  round: number,
  { result, postmaster }: { result: CellResult; postmaster: number },
): Promise<void> {
  const [server, database] = [processorMs(cell.pid), databaseMs(postmaster)];
  const { perSecond, latencies, wrong } = await cell.run(cell.count, round);
  result.perSecond.push(perSecond);
  result.latencies.push(...latencies);
  result.wrong += wrong;
  result.serverMs.push((processorMs(cell.pid) - server) / cell.count);
  result.databaseMs.push((databaseMs(postmaster) - database) / cell.count);
}

const emptyResult = (name: string): CellResult => ({
  name,
  perSecond: [],
  latencies: [],
  wrong: 0,
  serverMs: [],
  databaseMs: [],
});

/** Throughput of each cell but the floor, divided by the floor's of the same round. */
export function ratiosOf({ cells }: Measurement): Map<string, { min: number; median: number; max: number }> {
  const [floor, ...others] = cells;
  return new Map(
    others.map(({ name, perSecond }) => {
      const ratios = perSecond.map((value, round) => value / floor!.perSecond[round]!);
      return [name, { min: Math.min(...ratios), median: median(ratios), max: Math.max(...ratios) }];
    }),
  );
}

export const p50 = ({ latencies }: CellResult): number => quantile(latencies, 0.5);
export const p99 = ({ latencies }: CellResult): number => quantile(latencies, 0.99);

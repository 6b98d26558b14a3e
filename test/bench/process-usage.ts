import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;
const IDLE_MS_A_SECOND = 60;

interface Stat {
  parent: number;
  /** Own time, in ms. */
  own: number;
  /** Of children that have ended, in ms. */
  ended: number;
}

/** Processor time of one process so far, in ms; NaN where the system has no /proc. */
export function processorMs(pid: number): number {
  return statOf(pid)?.own ?? Number.NaN;
}

/** Of a database server: its first process, everyone it started, and those that have ended. */
export function databaseMs(postmaster: number): number {
  const first = statOf(postmaster);
  if (!first) return Number.NaN;
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  const backends = pids.flatMap((pid) => statOf(pid) ?? []).filter(({ parent }) => parent === postmaster);
  return backends.reduce((sum, { own }) => sum + own, first.own + first.ended);
}

/** Resident memory of one process in MB; NaN where the system has no /proc. */
export function residentMb(pid: number): number {
  try {
    const kb = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Resolves when a process has had almost nothing to do for a second; after 60 s in any case. */
export async function untilIdle(pid: number): Promise<void> {
  for (let second = 0; second < 60; second += 1) {
    const before = processorMs(pid);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    if (!(processorMs(pid) - before > IDLE_MS_A_SECOND)) return;
  }
}

function statOf(pid: number): Stat | undefined {
  try {
    // The name stands in brackets and may hold blanks: everything counted comes after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { parent: at(1), own: (at(11) + at(12)) * TICK_MS, ended: (at(13) + at(14)) * TICK_MS };
  } catch {
    return undefined;
  }
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ended, but nobody has asked how: in a container without an init process it stays listed. */
function isZombie(pid) {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/, ''));
  } catch {
    return false;
  }
}

/** The command line of a running process, '' when it cannot be known. Tells a process from a re-used number. */
export function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: 'pipe',
      }).trim();
    } catch {
      return '';
    }
  }
}

/** Waits until `condition` holds, looking every 25 ms. False when it did not within `limitMs`. */
export async function waitUntil(condition, limitMs) {
  const endsAt = performance.now() + limitMs;
  while (!(await condition())) {
    if (performance.now() > endsAt) return false;
    await pause(25);
  }
  return true;
}

/** Sends `signals` one after the other, each given `graceMs` to end the process. True when it is gone. */
export async function endProcess(pid, signals, graceMs) {
  for (const signal of signals) {
    try {
      process.kill(pid, signal);
    } catch {
      return true;
    }
    if (await waitUntil(() => !isAlive(pid), graceMs)) return true;
  }
  return false;
}

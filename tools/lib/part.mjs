import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { freshLog } from './data-dir.mjs';
import { inRoot, ROOT } from './paths.mjs';
import { endProcess } from './processes.mjs';

const STOP_GRACE_MS = 10_000;

/**
 * Starts one part of the product (API, worker, mail catcher) with its output in logs/<name>.log.
 * In a group of its own: Ctrl+C reaches the launcher alone, which then stops the parts in order.
 * @returns {{ name, logFile, ended: Promise<string>, hasEnded: () => boolean, stop: () => Promise<void> }}
 *   `ended` tells how it ended, as "with exit code 1"
 */
export function startPart(name, script, { folder, env }) {
  const logFile = freshLog(folder, name);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['--require', inRoot('tools/lib/stop-with-launcher.cjs'), script], {
    cwd: ROOT,
    env: { ...env, NO_COLOR: '1', FORCE_COLOR: undefined },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  let over = false;
  const ended = new Promise((resolve) => {
    const end = (how) => {
      over = true;
      resolve(how);
    };
    child.once('error', (error) => end(`: ${error.message}`));
    child.once('exit', (code, signal) => end(signal ? `by ${signal}` : `with exit code ${code}`));
  });
  return {
    name,
    logFile,
    ended,
    hasEnded: () => over,
    stop: async () => {
      if (over) return;
      await endProcess(child.pid, ['SIGTERM', 'SIGKILL'], STOP_GRACE_MS);
      await ended;
    },
    stopNow: () => child.kill('SIGKILL'),
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** One process of the product, with everything that it ever wrote. */
export interface RunningProcess {
  output: () => string;
  hasEnded: () => boolean;
  stop: () => Promise<void>;
}

/** Starts an entry file as its own process, e.g. `apps/worker/src/main.ts`. */
export function startProcess(entry: string, env: NodeJS.ProcessEnv): RunningProcess {
  const child: ChildProcess = spawn(
    process.execPath,
    ['-r', join(ROOT, 'tools', 'register.cjs'), join(ROOT, entry)],
    {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const chunks: string[] = [];
  const ended = once(child, 'exit');
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  }
  return {
    output: () => chunks.join(''),
    hasEnded: () => child.exitCode !== null,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      const killed = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await ended;
      clearTimeout(killed);
    },
  };
}

import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../support/free-port.js';
import { ROOT } from '../child.js';

const LIMIT_MS = 60_000;

export interface Starts {
  /** Seconds from the command to the first page, into an empty data folder. */
  first: number;
  /** And into the same one again. */
  second: number;
}

/** What `npm start` runs, twice, in a folder of its own. Packages are installed and the product is built. */
export async function measureStarts(folder: string): Promise<Starts> {
  const data = join(folder, 'start');
  mkdirSync(data, { mode: 0o711 });
  const first = await oneStart(data);
  const second = await oneStart(data);
  rmSync(data, { recursive: true, force: true });
  return { first, second };
}

async function oneStart(data: string): Promise<number> {
  const [port, catcher] = [await freePort(), await freePort()];
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: data,
    PORT: String(port),
    MAIL_CATCHER_PORT: String(catcher),
  };
  const startedAt = performance.now();
  const prepare = spawn(process.execPath, ['tools/prepare.mjs', 'start'], {
    cwd: ROOT,
    env,
    stdio: 'ignore',
  });
  await once(prepare, 'exit');
  const product = spawn(process.execPath, ['tools/start.mjs'], { cwd: ROOT, env, stdio: 'ignore' });
  const ended = once(product, 'exit');
  try {
    while (!(await showsPage(port))) {
      const late = performance.now() - startedAt > LIMIT_MS;
      if (late || product.exitCode !== null) throw new Error('npm start showed no page');
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return (performance.now() - startedAt) / 1000;
  } finally {
    product.kill('SIGTERM');
    await ended;
  }
}

async function showsPage(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html' } });
    return answer.ok && (await answer.text()).includes('<script');
  } catch {
    return false;
  }
}

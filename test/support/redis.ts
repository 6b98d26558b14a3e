import { spawn } from 'node:child_process';
import { createConnection } from 'node:net';
import { once } from 'node:events';
import { freePort } from './free-port.js';
import { waitFor } from './wait-for.js';

export interface TestRedis {
  url: string;
  port: number;
  /** Forgets every key, as a lost queue does. */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
}

/** `describe` where redis-server is at hand, else `describe.skip`; `npm test` says how to get it. */
export const describeWithRedis = process.env.TEST_REDIS === '0' ? describe.skip : describe;

/** A redis-server of this spec alone, on a free port, in memory only. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', [...flags, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  let startError: Error | undefined;
  server.once('error', (error) => (startError = error));
  const ended = once(server, 'exit');
  // Without this an early `error` would reject `ended` before anybody listens.
  ended.catch(() => {});
  await waitFor('redis-server to answer', async () => {
    if (startError) throw startError;
    return (await ask(port, 'PING')).startsWith('+PONG');
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    flush: async () => {
      await ask(port, 'FLUSHALL');
    },
    stop: async () => {
      if (server.exitCode === null) server.kill('SIGTERM');
      await ended;
    },
  };
}

/** One inline command, one line of answer; '' while the server does not take connections. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => socket.write(`${command}\r\n`));
    socket.once('data', (line) => {
      resolve(line.toString('utf8'));
      socket.destroy();
    });
    socket.once('error', () => resolve(''));
    socket.once('close', () => resolve(''));
  });
}

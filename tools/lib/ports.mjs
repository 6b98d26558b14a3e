import { createServer } from 'node:net';
import { Refusal } from './progress.mjs';

/** A port of 127.0.0.1 that nobody uses now, chosen by the system. */
export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * The port named by the environment key, or the first free one from `usual` upward when none is named.
 * @throws {Refusal} when the named port is no port or is in use
 */
export async function portFor(key, usual, host) {
  const named = process.env[key];
  if (named) {
    const port = Number(named);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Refusal(`${key} must be a whole number from 1 to 65535.`);
    }
    if (await isFree(port, host)) return port;
    throw new Refusal(`${key}: port ${port} is in use. Stop the program that uses it, or name another port.`);
  }
  for (let port = usual; port < usual + 100; port += 1) if (await isFree(port, host)) return port;
  throw new Refusal(`No free port from ${usual} to ${usual + 99}. Name one with ${key}.`);
}

/** Free on `host` and on both loopbacks: `localhost` in a browser may mean either. */
export async function isFree(port, host = '127.0.0.1') {
  for (const address of new Set([host, '127.0.0.1', '::1'])) {
    if (!(await canListen(port, address))) return false;
  }
  return true;
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

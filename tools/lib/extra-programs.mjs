import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Programs that some suites need and npm does not bring. */
export function extraPrograms() {
  return { redis: redisServer(), chromium: chromium() };
}

/** How to get what is missing, one plain sentence each; empty when nothing is. */
export function whatIsMissing({ redis, chromium }) {
  return [
    ...(redis
      ? []
      : [
          'redis-server is not installed: suites on the Redis queue are skipped. Debian: apt-get install redis-server',
        ]),
    ...(chromium
      ? []
      : [
          'Chromium is not installed: browser suites are skipped. Debian: apt-get install chromium, or set CHROMIUM_PATH',
        ]),
  ];
}

function redisServer() {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function chromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [...folders, '/usr/bin'].flatMap((folder) =>
    CHROMIUM_NAMES.map((name) => join(folder, name)),
  );
  return candidates.find((path) => existsSync(path)) ?? '';
}

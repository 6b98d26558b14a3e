import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NotFound } from '@app/platform/errors/errors.js';

/** Where the build puts the console, seen from the compiled file and from the source. */
const PLACES = [resolve(__dirname, '../../../../web'), resolve(__dirname, '../../../../dist/web')];
const SERVER_PATH = /^\/(api|r|c|hooks)(\/|$)/;
const A_YEAR_MS = 365 * 24 * 3600 * 1000;
const AN_HOUR_MS = 3600 * 1000;

/** The staff console: its files, and its one page for every address that a browser opens. */
export async function serveConsole(fastify: FastifyInstance, folder = builtConsole()): Promise<void> {
  if (!folder) return;
  const files = filesOf(folder);
  await fastify.register(fastifyStatic, { root: folder, serve: false });
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0]!;
    if (files.has(path) && path !== '/index.html') return sendFile(path, reply);
    if (SERVER_PATH.test(path) || !isPageView(request)) throw new NotFound('page');
    // Asked for anew each time: it names the hashed files of the newest build.
    return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
  });
}

function builtConsole(): string | undefined {
  return PLACES.find((place) => existsSync(join(place, 'assets')));
}

/** Files under assets/ carry a hash of their content in their name. */
function sendFile(path: string, reply: FastifyReply): FastifyReply {
  const hashed = path.startsWith('/assets/');
  return reply.sendFile(path.slice(1), { maxAge: hashed ? A_YEAR_MS : AN_HOUR_MS, immutable: hashed });
}

function isPageView({ headers }: FastifyRequest): boolean {
  return headers.accept?.includes('text/html') ?? false;
}

/** Paths of the files as they are asked for, e.g. `/assets/index-1a2b.js`. Read once: a build is never changed in place. */
function filesOf(folder: string): Set<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name))}`),
  );
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { serveConsole } from './serve-console.js';

describe('the console', () => {
  let server: FastifyInstance;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-console-'));
    mkdirSync(join(folder, 'web/assets'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'not for anybody');
    writeFileSync(join(folder, 'web/index.html'), '<title>console</title>');
    writeFileSync(join(folder, 'web/favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'web/assets/index-1a2b.js'), '1');
    server = fastify();
    server.setErrorHandler((error: { status?: number }, _request, reply) =>
      reply.status(error.status ?? 500).send(),
    );
    await serveConsole(server, join(folder, 'web'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = (url: string, accept = 'text/html,*/*') => server.inject({ url, headers: { accept } });

  it.each(['/', '/today', '/clients/01939af2', '/index.html'])('opens at %s', async (path) => {
    const { statusCode, body, headers } = await get(path);
    expect([statusCode, body]).toEqual([200, '<title>console</title>']);
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('lets browsers keep hashed files for good, others for an hour', async () => {
    expect((await get('/assets/index-1a2b.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  it.each([
    '/api/nothing',
    '/r/nothing',
    '/hooks/mail',
    '/api',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
  ])('is not what %s answers with', async (path) => {
    const { statusCode, body } = await get(path, path.includes('secret') ? '*/*' : undefined);
    expect(statusCode).toBe(404);
    expect(body).not.toContain('not for anybody');
  });

  it('is not sent to a script that asks for a file which is gone', async () => {
    expect((await get('/assets/index-old.js', '*/*')).statusCode).toBe(404);
  });
});

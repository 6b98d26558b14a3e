import { request as rawRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { openFrontDoor } from './open-front-door.js';
import { ProbeModule } from './probe.test-support.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const AN_ID = '01939af2-0000-7000-8000-000000000001';

describe('an address in disguise', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(ProbeModule) });
  });
  afterAll(() => api.stop());

  /** The address as it is, which other callers would tidy first. */
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body = '') =>
    new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const { port } = api.app.getHttpServer().address() as AddressInfo;
      const asked = rawRequest({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode, text }));
      });
      asked.on('error', reject).end(body);
    });

  it.each(['/%61pi/probe', '/ap%69/probe', '/%61%70%69/%70robe', 'http://elsewhere.example/api/probe'])(
    'is no way around the header of the console: %s',
    async (path) => {
      const other = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      expect((await ask('POST', path, { ...FORM, ...other }, 'line=hello')).status).toBe(404);
      const json = { 'content-type': 'application/json', 'x-throughline': '1' };
      expect((await ask('POST', path, json, '{"line":"hello"}')).status).toBe(404);
    },
  );

  it.each([
    ['GET', '/%61pi/probe/list'],
    ['GET', 'http://elsewhere.example/api/probe/list'],
    ['GET', `/%72/p/${AN_ID}`],
    ['POST', '/%72/form'],
  ])('leads nowhere: %s %s', async (method, path) => {
    const { status, text } = await ask(method, path, method === 'POST' ? FORM : {});
    expect(status).toBe(404);
    expect(text).toContain('urn:throughline:problem:not-found');
  });

  it.each([
    ['GET', '/api/probe/list'],
    ['GET', '/api/%70robe/list?limit=3'],
    ['POST', '/r/form'],
    ['GET', '/livez'],
  ])('is not what this is: %s %s', async (method, path) => {
    const { status } = await ask(method, path, method === 'POST' ? FORM : {});
    expect([200, 201]).toContain(status);
  });
});

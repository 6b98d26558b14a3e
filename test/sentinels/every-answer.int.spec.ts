import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import type { Response, Test } from 'supertest';
import { newId } from '@app/platform/ids/ids.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { serveConsole } from '../../apps/api/src/http/serve-console.js';
import { aClinic } from '../factories/clinic.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { someAtATime } from '../support/some-at-a-time.js';
import { BODIES } from './bodies.js';
import { contentsOf } from './caller-world.js';
import { People, type Person } from './callers.js';
import { type Operation, operationsOf, pathOf } from './operations.js';
import { ROUTES } from './route-matrix.data.js';
import type { Things } from './things.js';

const CONSOLE = join(__dirname, '..', '..', 'dist', 'web');
/** Ids of nobody: what is refused for another reason never asks for them. */
const NOTHING = new Proxy({}, { get: () => newId() }) as Things;
const TOKEN = 'x'.repeat(43);
/** Calls under way together; each has a sign-in of its own. */
const AT_ONCE = 4;
/** Everything that is no operation of the description, with what it answers; pages need `text/html`. */
const PLACES: [path: string, status: number][] = [
  ['/', 200],
  ['/sign-in', 200],
  ['/reset', 200],
  ['/api/docs', 200],
  ['/api/docs/docs.css', 200],
  ['/api/docs/docs-script.js', 200],
  ['/api/openapi.json', 200],
  ['/api/nothing-here', 404],
  ['/livez', 200],
  ['/readyz', 200],
  ['/.well-known/security.txt', 200],
  ['/r/help', 200],
  [`/r/${TOKEN}`, 404],
  ['/r/cut-short', 404],
  [`/r/p/${newId()}`, 200],
  [`/r/${TOKEN}/pace`, 404],
  [`/r/p/${newId()}/pace`, 200],
  [`/r/p/${newId()}/passphrase`, 200],
  [`/r/stop/${TOKEN}`, 404],
  ['/c/fernhollow', 200],
  ['/c/nowhere', 404],
  ['/c', 404],
  ['/assets/nothing.js', 404],
  ['/%c0', 400],
  ['/api/clients?limit=0', 401],
];

describe.each([
  ['http', 'http://localhost:3000'],
  ['https', 'https://care.example'],
])('over %s, every answer', (scheme, baseUrl) => {
  let api: RunningApi;
  let admin: Client;
  let operations: Operation[];
  let person: Person;
  let people: People;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-console-'));
    api = await runningApi({ env: { BASE_URL: baseUrl }, open: () => withConsole(folder) });
    admin = new Client({ connectionString: api.database.adminUrl });
    await admin.connect();
    people = new People(api, admin);
    const clinic = await aClinic(api.house);
    await admin.query("update clinics set slug = 'fernhollow'");
    person = await people.person(clinic, 'Noor Baker', 'admin', 'practitioner', 'coordinator');
    operations = operationsOf((await api.call('get', '/api/openapi.json').expect(200)).body);
  });
  afterAll(async () => {
    await admin.end();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Calls with the cookie of a new sign-in each: some operations end theirs. Not sent yet. */
  const allAsked = async (some: readonly Operation[]) => {
    const calls: { operation: Operation; call: Test }[] = [];
    for (const operation of some) {
      const { open } = ROUTES[operation.name]!;
      const state = open === 'after the password alone' ? 'half' : 'stepped up';
      const cookie = asNamed(await people.signIn(person, state), scheme);
      calls.push({ operation, call: api.call(operation.method, pathOf(operation, NOTHING), cookie) });
    }
    return calls;
  };

  /** Asked for once: each test looks at all of them. */
  let answers: Promise<[what: string, answer: Response][]> | undefined;
  const everyAnswer = () => (answers ??= askEverything());

  const askEverything = async () => {
    const found: [string, Response][] = [];
    await someAtATime(await allAsked(operations), AT_ONCE, async ({ operation, call }) => {
      found.push([operation.name, await call]);
      const signedOut = await api.call(operation.method, pathOf(operation, NOTHING));
      found.push([`${operation.name}, signed out`, signedOut]);
    });
    for (const [path, status] of PLACES) {
      const answer = await api.call('get', path).set('Accept', path.endsWith('.js') ? '*/*' : 'text/html');
      expect({ path, status: answer.status }).toEqual({ path, status });
      found.push([path, answer]);
    }
    for (const [what, type] of [
      ['/c/fernhollow', 'application/x-www-form-urlencoded'],
      ['/hooks/mail', 'message/rfc822'],
    ] as const) {
      const sent = api.call('post', what).set('Content-Type', type).send('email=nobody@letterbox.example');
      found.push([what, await sent]);
    }
    await admin.query('alter table clients rename to clients_elsewhere');
    const cookie = asNamed(await people.signIn(person, 'stepped up'), scheme);
    const broken = await api.call('get', '/api/clients', cookie);
    await admin.query('alter table clients_elsewhere rename to clients');
    expect(broken.status).toBe(500);
    return [...found, ['an error of our own', broken] as [string, Response]];
  };

  it('carries the headers that keep a browser from harm', async () => {
    const troubles: string[] = [];
    for (const [what, answer] of await everyAnswer()) {
      const missing = troublesOf(what, answer, scheme === 'https');
      if (missing.length > 0) troubles.push(`${what} (${answer.status}): ${missing.join(', ')}`);
    }
    expect(troubles).toEqual([]);
  });

  it('sets no cookie but those that scripts cannot read and other sites do not send', async () => {
    const troubles: string[] = [];
    let seen = 0;
    const shape =
      scheme === 'https'
        ? /^__Host-signin=[\w-]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=0)?; Secure$/
        : /^signin=[\w-]*; Path=\/; HttpOnly; SameSite=Lax(; Max-Age=0)?$/;
    const look = (what: string, { headers }: Response) => {
      for (const cookie of (headers['set-cookie'] ?? []) as unknown as string[]) {
        seen += 1;
        if (!shape.test(cookie)) troubles.push(`${what}: ${cookie.replace(/=[\w-]{43}/, '=…')}`);
      }
    };
    for (const [what, answer] of await everyAnswer()) look(what, answer);
    const { email, password } = person;
    look('signing in', await api.call('post', '/api/sign-ins').send({ email, password }).expect(201));
    expect(troubles).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(2);
  });

  it.each<[string, Record<string, string>, string]>([
    ['without our header', { 'X-Throughline': '' }, 'header-missing'],
    ['with another value in it', { 'X-Throughline': 'true' }, 'header-missing'],
    ['from another site', { Origin: 'https://elsewhere.example' }, 'origin-foreign'],
    ['from a page without an origin', { Origin: 'null' }, 'origin-foreign'],
    ['from a name that begins like ours', { Origin: `${baseUrl}.elsewhere.example` }, 'origin-foreign'],
    ['that a browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 'origin-foreign'],
  ])('is 403 to an unsafe call %s, and nothing happens', async (_, headers, code) => {
    const contents = await contentsOf(admin);
    const before = await contents();
    const unsafe = operations.filter(({ method }) => method !== 'get');
    const troubles: string[] = [];
    await someAtATime(await allAsked(unsafe), AT_ONCE, async ({ operation, call }) => {
      const { status, body } = await call.set(headers).send(BODIES[operation.name]?.(NOTHING) ?? undefined);
      if (status !== 403 || body.type !== `urn:throughline:problem:${code}`)
        troubles.push(`${operation.name}: ${status} ${body.type}`);
    });
    expect(troubles).toEqual([]);
    expect(unsafe.length).toBeGreaterThan(50);
    expect(await contents()).toBe(before);
  });
});

/** The cookie by its name over this scheme. */
function asNamed(cookie: string, scheme: string): string {
  return scheme === 'https' ? `__Host-${cookie}` : cookie;
}

/** Which header is missing or too generous. */
function troublesOf(what: string, { headers, status }: Response, https: boolean): string[] {
  const policy = headers['content-security-policy'] ?? '';
  const needs: [string, boolean][] = [
    ['CSP', policy.startsWith("default-src 'none'") && policy.includes("frame-ancestors 'none'")],
    ['CSP without base-uri', policy.includes("base-uri 'none'")],
    ['unsafe-* in CSP', !policy.includes('unsafe')],
    ['a wildcard in CSP', !/[\s;]\*|https?:(?!\/)/.test(policy)],
    ['nosniff', headers['x-content-type-options'] === 'nosniff'],
    ['COOP', headers['cross-origin-opener-policy'] === 'same-origin'],
    ['CORP', headers['cross-origin-resource-policy'] === 'same-origin'],
    ['Permissions-Policy', /camera=\(\).*microphone=\(\)/.test(headers['permissions-policy'] ?? '')],
    ['Referrer-Policy', headers['referrer-policy'] === 'no-referrer'],
    ['frame options', headers['x-frame-options'] === 'DENY'],
    ['HSTS', /^max-age=(\d{8,})/.test(headers['strict-transport-security'] ?? '') === https],
    ['cache-control', isCachedRightly(what, headers['cache-control'])],
    ['our request id', /^[0-9a-f-]{36}$/.test(headers['x-request-id'] ?? '')],
    ['who serves it', headers['x-powered-by'] === undefined && headers['server'] === undefined],
    ['CORS', !Object.keys(headers).some((name) => name.startsWith('access-control-'))],
    ['noindex', !/^\/[rc](\/|$)/.test(what) || headers['x-robots-tag'] === 'noindex, nofollow'],
    ['problem+json', status < 400 || /json|html/.test(headers['content-type'] ?? '')],
  ];
  return needs.filter(([, holds]) => !holds).map(([name]) => name);
}

/** Nothing of the API or of the client's pages is kept anywhere; the console asks for its page each time. */
function isCachedRightly(what: string, value: string | undefined): boolean {
  const isOurs = !what.startsWith('/') || /^\/(api|r|c)(\/|$)/.test(what);
  if (isOurs) return value === 'no-store' || (what.startsWith('/r/assets/') && value !== undefined);
  if (['/', '/sign-in', '/reset'].includes(what)) return value === 'no-cache';
  return value === undefined || /no-store|no-cache|max-age/.test(value);
}

/** The whole API with a console to serve, the built one or a stand-in. */
async function withConsole(folder: string): Promise<NestFastifyApplication> {
  const app = await createApi();
  if (!existsSync(join(CONSOLE, 'assets'))) {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Throughline</title>');
    await serveConsole(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, folder);
  }
  return app;
}

import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from 'pg';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { waitFor } from '../support/wait-for.js';
import { CANARY, type CanaryClinic, canaryClinic, typedColumns } from './interleaved.world.js';
import { A_STEP } from './things.samples.js';

jest.setTimeout(600_000);

const CLINICS = 20;
const POOL = 5;
const REQUESTS = 20_000;
const AT_ONCE = 40;

/** What became of one request. `status` 0: the caller hung up. */
interface Answer {
  status: number;
  text: string;
}

/** Numbers that look random and are the same every time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe(`${REQUESTS} requests of ${CLINICS} clinics through ${POOL} connections`, () => {
  let api: RunningApi;
  let admin: Client;
  let port: number;
  const clinics: CanaryClinic[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  beforeAll(async () => {
    api = await runningApi({ env: { DATABASE_POOL: String(POOL) } });
    admin = new Client({ connectionString: api.database.adminUrl });
    await admin.connect();
    for (let index = 0; index < CLINICS; index += 1) clinics.push(await canaryClinic(api, admin, index));
    port = (api.app.getHttpServer().address() as AddressInfo).port;
  });
  afterAll(async () => {
    agent.destroy();
    await admin.end();
    await api.stop();
  });

  it('begins with a canary in every text that a clinic keeps in the open', async () => {
    const bare: string[] = [];
    for (const { table, column } of await typedColumns(admin)) {
      const { rows } = await admin.query<{ without: number; all: number }>(
        `select count(*) filter (where ${column} !~ 'k4n4ry')::int as without, count(*)::int as all from ${table}`,
      );
      if (rows[0]!.without > 0) bare.push(`${table}.${column}`);
    }
    expect(bare).toEqual([]);
  });

  it('never shows one clinic a byte of another, though callers hang up and statements are ended', async () => {
    const random = numbersFrom(20_261_123);
    const strays: string[] = [];
    const statuses: Record<string, number> = {};
    const seen = new Set<string>();
    let sent = 0;

    const one = async () => {
      const own = clinics[Math.floor(random() * CLINICS)]!;
      const other = clinics[Math.floor(random() * CLINICS)]!;
      const call = callOf(own, other, random);
      const { status, text } = await ask(call, own.cookie, random() < 0.05 ? random() * 12 : undefined);
      statuses[status] = (statuses[status] ?? 0) + 1;
      for (const [canary] of text.matchAll(CANARY)) {
        if (canary.toLowerCase() === own.canary) seen.add(canary);
        else strays.push(`${call.method} ${call.path} as ${own.canary}: ${canary}`);
      }
      if (own !== other && call.foreign && status < 300 && status > 0)
        strays.push(`${call.path} answered ${status}`);
    };
    const disturb = async () => {
      // Ends a statement, or now and then a whole connection, in the middle of what it does.
      const how = random() < 0.1 ? 'pg_terminate_backend' : 'pg_cancel_backend';
      await admin.query(
        `select ${how}(pid) from pg_stat_activity
         where datname = current_database() and usename = 'throughline_app' and state = 'active' limit 1`,
      );
    };
    const caller = async () => {
      while (sent < REQUESTS) {
        sent += 1;
        if (sent % 50 === 0) await disturb();
        await one();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, caller));

    expect(strays).toEqual([]);
    // It asked for something: every clinic saw its own words, most requests were answered, many were broken off.
    expect(seen.size).toBe(CLINICS);
    expect(statuses['200'] ?? 0).toBeGreaterThan(REQUESTS / 2);
    expect(statuses['0'] ?? 0).toBeGreaterThan(REQUESTS / 100);
    // A connection that was left in a broken transaction would answer like this for good.
    expect(statuses['500'] ?? 0).toBeLessThan(10);
    // Nothing leaked a connection or left a transaction open behind an answer. What a caller broke off may still run.
    await waitFor('every transaction to end', async () => {
      const { rows } = await admin.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and usename = 'throughline_app' and state like 'idle in transaction%'`,
      );
      return rows[0]!.open === 0;
    });
    const after = await ask({ method: 'GET', path: '/api/today' }, clinics[0]!.cookie);
    expect(after.status).toBe(200);
  });

  interface Call {
    method: string;
    path: string;
    body?: object;
    /** The id in the path is another clinic's. */
    foreign?: boolean;
  }

  function callOf(own: CanaryClinic, other: CanaryClinic, random: () => number): Call {
    const foreign = random() < 0.25;
    const of = foreign ? other : own;
    const calls: Call[] = [
      { method: 'GET', path: '/api/today' },
      { method: 'GET', path: '/api/me' },
      { method: 'GET', path: '/api/staff' },
      { method: 'GET', path: '/api/clients' },
      { method: 'GET', path: `/api/clients/${of.clientId}`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/ketamine-sessions`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/series`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/appointments`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/plans`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/prompts`, foreign },
      { method: 'GET', path: `/api/clients/${of.clientId}/mailings`, foreign },
      { method: 'GET', path: '/api/clinic/sender' },
      { method: 'GET', path: '/api/plan-templates' },
      { method: 'GET', path: `/api/prompt-templates/${of.promptTemplateId}`, foreign },
      {
        method: 'POST',
        path: `/api/clients/${of.clientId}/plan-preview`,
        body: { planId: of.planId, steps: [{ ...A_STEP, prompt: { template: of.promptTemplateId } }] },
        foreign,
      },
      { method: 'GET', path: `/api/clients/${of.clientId}/reflections`, foreign },
      { method: 'GET', path: `/api/appointments/${of.appointmentId}/brief`, foreign },
      { method: 'GET', path: `/api/safety-flags/${of.flagId}`, foreign },
      { method: 'POST', path: `/api/reflections/${of.reflectionId}/reading`, body: {}, foreign },
      { method: 'DELETE', path: `/api/reflections/${of.reflectionId}/reading`, foreign },
      // Refused in the middle of its transaction: a stale version, an address that is taken.
      {
        method: 'PATCH',
        path: `/api/clients/${of.clientId}`,
        body: { version: 999, name: own.canary },
        foreign,
      },
    ];
    return calls[Math.floor(random() * calls.length)]!;
  }

  /** `hangUpMs`: the caller goes away after that time, answered or not. */
  function ask({ method, path, body }: Call, cookie: string, hangUpMs?: number): Promise<Answer> {
    return new Promise((resolve) => {
      const headers = { cookie, 'x-throughline': '1', ...(body && { 'content-type': 'application/json' }) };
      const made = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        response.on('error', () => resolve({ status: 0, text }));
      });
      made.on('error', () => resolve({ status: 0, text: '' }));
      if (hangUpMs !== undefined) setTimeout(() => made.destroy(), hangUpMs).unref();
      made.end(body && JSON.stringify(body));
    });
  }
});

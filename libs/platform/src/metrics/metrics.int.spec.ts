import { get } from 'node:http';
import { freePort } from '../../../../test/support/free-port.js';
import { newId } from '../ids/ids.js';
import { openPlatformHouse, type PlatformHouse } from '../platform.test-support.js';
import { watchPool, watchService } from './database-figures.js';
import { countedRun, mailOutcomes, metrics, requestSeconds } from './metrics.js';
import { MetricsServer } from './metrics-server.js';

/** Every name there may be, with its labels. A new one is added here, and is no id and no name of a person. */
const NAMES: Record<string, string[]> = {
  throughline_http_request_seconds: ['method', 'route', 'status', 'le'],
  throughline_mails_total: ['outcome'],
  throughline_mail_server_resting: [],
  throughline_jobs_total: ['job', 'outcome'],
  throughline_sweep_lag_seconds: ['job'],
  throughline_pool_in_use: [],
  throughline_pool_idle: [],
  throughline_pool_waiting: [],
  throughline_oldest_due_prompt_seconds: [],
  throughline_dead_leases: [],
  throughline_unknown_mailings: [],
  throughline_unsealed_audit_events: [],
  throughline_sealing_lag_seconds: [],
  throughline_database_up: [],
};

describe('the figures of a process', () => {
  let at: PlatformHouse;
  let server: MetricsServer;
  let port: number;
  beforeAll(async () => {
    at = await openPlatformHouse();
    watchPool(at.db);
    watchService(at.db);
    port = await freePort();
    server = new MetricsServer({ host: '127.0.0.1', port });
    await server.onApplicationBootstrap();
  });
  afterAll(async () => {
    server.onApplicationShutdown();
    await at.close();
  });

  const ask = (path = '/metrics') =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      get({ host: '127.0.0.1', port, path }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode!, text }));
      }).on('error', reject);
    });
  const figure = async (line: string) => {
    const { text } = await ask();
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return found === undefined ? undefined : Number(found.slice(line.length + 1));
  };

  it('have the names, labels and values of a list, and no others', async () => {
    requestSeconds.observe({ method: 'GET', route: '/api/clients/:id', status: '404' }, 0.01);
    mailOutcomes.inc({ outcome: 'accepted' });
    await countedRun('find-due-mailings', true, () => Promise.resolve());
    const { status, text } = await ask();
    expect(status).toBe(200);
    const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(NAMES).sort());
    for (const one of await metrics.getMetricsAsJSON()) {
      for (const { labels } of one.values as { labels: Record<string, string> }[]) {
        expect(NAMES[one.name]).toEqual(expect.arrayContaining(Object.keys(labels)));
        for (const value of Object.values(labels)) {
          expect(String(value)).toMatch(
            /^(GET|\/api\/clients\/:id|404|accepted|done|find-due-mailings|[\d.]+|\+Inf)$/,
          );
        }
      }
    }
  });

  it('tell of jobs how they ended, and since when no sweep did', async () => {
    const broken = countedRun('seal-audit', false, () => Promise.reject(new Error('canary-4711')));
    await expect(broken).rejects.toThrow('canary-4711');
    expect(await figure('throughline_jobs_total{job="seal-audit",outcome="failed"}')).toBe(1);
    expect(await figure('throughline_sweep_lag_seconds{job="seal-audit"}')).toBeUndefined();
    const lag = await figure('throughline_sweep_lag_seconds{job="find-due-mailings"}');
    expect(lag).toBeGreaterThanOrEqual(0);
    expect((await ask()).text).not.toContain('canary');
  });

  it('tell how long rows have waited for a seal, this time and not the time before', async () => {
    expect(await figure('throughline_unsealed_audit_events')).toBe(0);
    expect(await figure('throughline_sealing_lag_seconds')).toBe(0);
    const id = newId();
    await at.rows(
      `insert into audit_events (clinic_id, id, at, actor_kind, roles, action, subject_type, subject_ids, client_ids)
       values ($1, $2, now(), 'system', '{}', 'a', 'b', '{}', '{}')`,
      [at.one.clinicId, id],
    );
    await at.rows(`insert into audit_unsealed values ($1, $2, now() - interval '90 seconds')`, [
      at.one.clinicId,
      id,
    ]);
    expect(await figure('throughline_unsealed_audit_events')).toBe(1);
    expect(await figure('throughline_sealing_lag_seconds')).toBeGreaterThanOrEqual(90);
    expect(await figure('throughline_database_up')).toBe(1);
    expect(await figure('throughline_dead_leases')).toBe(0);
    expect(await figure('throughline_oldest_due_prompt_seconds')).toBe(0);
  });

  it('tell of callers that wait for a connection', async () => {
    const held = Array.from({ length: 6 }, () => at.db.acrossClinics('select pg_sleep(0.3)'));
    // The pool has four, and the figures of the service wait for one of them.
    const text = ask().then((answer) => answer.text);
    await Promise.all(held);
    expect(await text).toMatch(/^throughline_pool_in_use 4$/m);
    expect(await text).toMatch(/^throughline_pool_waiting [2-9]$/m);
  });

  it.each(['/', '/metrics/', '/metrics?x=1', '/livez'])(
    'are at one address alone, not at %s',
    async (path) => {
      expect(await ask(path)).toEqual({ status: 404, text: '' });
    },
  );

  it('are still told while the database is away, without what only it knows', async () => {
    const gone = { ...at.db, acrossClinics: () => Promise.reject(new Error('away')), source: at.db.source };
    watchService(gone as unknown as typeof at.db);
    expect(await figure('throughline_database_up')).toBe(0);
    expect(await figure('throughline_dead_leases')).toBeNaN();
    watchService(at.db);
    expect(await figure('throughline_database_up')).toBe(1);
  });

  it('are nowhere when no port is named', async () => {
    const silent = new MetricsServer({ host: '127.0.0.1', port: undefined });
    await silent.onApplicationBootstrap();
    silent.onApplicationShutdown();
  });
});

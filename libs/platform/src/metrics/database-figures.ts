import { Gauge } from 'prom-client';
import { Database } from '../database/database.js';
import { metrics } from './metrics.js';

/** What the driver's pool of connections tells of itself. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

interface WatchFigures {
  oldest_due_seconds: number;
  dead_leases: number;
  unknown_mailings: number;
  unsealed_events: number;
  oldest_unsealed_seconds: number;
}

/** Adds what this process's pool of database connections is doing. */
export function watchPool({ source }: Database): void {
  const pool = (source.driver as unknown as { master: Pool }).master;
  gauge('throughline_pool_in_use', 'Database connections at work.', () => pool.totalCount - pool.idleCount);
  gauge('throughline_pool_idle', 'Database connections open and idle.', () => pool.idleCount);
  gauge('throughline_pool_waiting', 'Callers that wait for a database connection.', () => pool.waitingCount);
}

/**
 * Adds what only the database knows, of the whole service; asked once for every reading. While the database
 * does not answer these are not a number, and `throughline_database_up` is 0.
 */
export function watchService(db: Database): void {
  let asked: Promise<WatchFigures | undefined> | undefined;
  const figures = () => (asked ??= read(db).finally(() => (asked = undefined)));
  const figure = (name: string, help: string, of: keyof WatchFigures) =>
    gauge(`throughline_${name}`, help, async () => (await figures())?.[of] ?? NaN);
  figure(
    'oldest_due_prompt_seconds',
    'Age of the e-mail that is due the longest and may be sent; 0 when none is.',
    'oldest_due_seconds',
  );
  figure('dead_leases', 'E-mails whose worker ended between claiming and marking.', 'dead_leases');
  figure(
    'unknown_mailings',
    'E-mails of the last 7 days of which nobody knows whether they left.',
    'unknown_mailings',
  );
  figure('unsealed_audit_events', 'Rows of audit logs that wait for a seal.', 'unsealed_events');
  figure(
    'sealing_lag_seconds',
    'Age of the row that waits for a seal the longest; 0 when none does.',
    'oldest_unsealed_seconds',
  );
  gauge('throughline_database_up', '1 when the database answered just now.', async () =>
    (await figures()) ? 1 : 0,
  );
}

async function read(db: Database): Promise<WatchFigures | undefined> {
  try {
    const [figures] = await db.acrossClinics<WatchFigures>(
      'select * from find_watch_figures_across_clinics()',
    );
    return figures;
  } catch {
    return undefined;
  }
}

/** The last one of a name counts: a process may open more than one application. */
function gauge(name: string, help: string, value: () => number | Promise<number>): void {
  metrics.removeSingleMetric(name);
  new Gauge({
    name,
    help,
    registers: [metrics],
    async collect(this: Gauge) {
      this.set(await value());
    },
  });
}

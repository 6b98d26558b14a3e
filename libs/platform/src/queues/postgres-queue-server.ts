import { type BackendFactory, Queue, Worker, createPostgresBackend } from 'bullmq';
import { Pool } from 'pg';
import { type QueueServer, patient, queueSettings, workerSettings } from './queue-server.js';

export const QUEUE_SCHEMA = 'bullmq';

type PostgresFactory = typeof createPostgresBackend;
const factory: PostgresFactory = (name, options, more) => patient(createPostgresBackend(name, options, more));

/**
 * Queues in PostgreSQL, in their own schema, for the role of the URL (which needs no CREATE, see
 * `prepareQueueSchema`). One pool for everything; each worker keeps one of its connections to LISTEN on, so
 * the URL must lead to the server itself and not to a pooler in transaction mode.
 */
export function postgresQueueServer(url: string): QueueServer {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${QUEUE_SCHEMA}`,
    application_name: 'throughline-queues',
    max: 20,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    idleTimeoutMillis: 30_000,
  });
  // Every queue and worker adds its own listeners to the shared pool and its clients.
  pool.setMaxListeners(0);
  pool.on('connect', (client) => client.setMaxListeners(0));
  const backend: BackendFactory<ReturnType<PostgresFactory>, Pool> = factory;

  return {
    kind: 'postgres',
    queue: (name) => new Queue(name, { connection: pool, ...queueSettings }, backend),
    worker: (name, run, settings) =>
      new Worker(name, run, { connection: pool, ...workerSettings(settings) }, backend),
    ping: async () => {
      await pool.query('select 1 from migration limit 1');
    },
    evictionPolicy: () => Promise.resolve(undefined),
    onError: (listener) => void pool.on('error', listener),
    close: () => pool.end(),
  };
}

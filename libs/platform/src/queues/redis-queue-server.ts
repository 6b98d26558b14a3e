import { type BackendFactory, Queue, type RedisQueueBackend, Worker, createRedisBackend } from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import { type QueueServer, patient, queueSettings, workerSettings } from './queue-server.js';

/** The braces are a hash tag: on Redis Cluster all keys of a queue land on one node, as its scripts need. */
const QUEUE_KEY_PREFIX = '{throughline}';

const backend: BackendFactory<RedisQueueBackend> = (name, options, more) =>
  patient(createRedisBackend(name, options, more));

const steady: RedisOptions = {
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  // After a failover the old primary answers READONLY: look up who is primary now.
  reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
};

/** Queues in Redis (`redis://` or `rediss://`). Who adds jobs fails soon without it; workers wait for it. */
export function redisQueueServer(url: string): QueueServer {
  const adding = new Redis(url, { ...steady, maxRetriesPerRequest: 1, commandTimeout: 5_000 });
  const working = new Redis(url, { ...steady, maxRetriesPerRequest: null });
  const connections = [adding, working];
  for (const connection of connections) connection.setMaxListeners(0);

  return {
    kind: 'redis',
    queue: (name) =>
      new Queue(name, { connection: adding, prefix: QUEUE_KEY_PREFIX, ...queueSettings }, backend),
    worker: (name, run, settings) =>
      new Worker(
        name,
        run,
        { connection: working, prefix: QUEUE_KEY_PREFIX, ...workerSettings(settings) },
        backend,
      ),
    ping: async () => {
      await adding.ping();
    },
    evictionPolicy: async () => {
      const answer = (await adding.config('GET', 'maxmemory-policy')) as string[];
      return answer[1];
    },
    onError: (listener) => connections.forEach((connection) => connection.on('error', listener)),
    close: () => {
      for (const connection of connections) connection.disconnect();
      return Promise.resolve();
    },
  };
}

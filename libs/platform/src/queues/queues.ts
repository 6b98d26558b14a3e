import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { JobName, JobPayloads } from './job-payloads.js';
import { postgresQueueServer } from './postgres-queue-server.js';
import { redisQueueServer } from './redis-queue-server.js';
import type { QueueServer, RawJob, RawQueue, RawWorker } from './queue-server.js';
import { QueueUnavailable, idsIn, pause, reasonOf, within } from './queue-trouble.js';

export type QueuesOptions = {
  /** `redis://…`, `rediss://…`, or `postgres://…` (a direct URL, when `databaseUrl` leads to a pooler). */
  queueUrl?: string | undefined;
  /** Where the queues live when `queueUrl` is absent. */
  databaseUrl: string;
  /** How long a worker may be silent before its job is given to another. Default 20 s, at least 1 s. */
  lockSeconds?: number;
  /** How often to look for jobs of dead workers. Default 10 s. */
  stalledCheckSeconds?: number;
  /** How long `close()` waits for running handlers. Default 25 s. */
  drainSeconds?: number;
};

export type AddOptions = {
  /** While a job with this id waits or runs, adding it again does nothing. No `:` in it. */
  deduplicationId?: string;
  /** Instead of "while it waits or runs": for this many seconds after it was added, however it ended. */
  deduplicationSeconds?: number;
};

type JobFacts = { id: string };
export type Handler<Name extends JobName> = (payload: JobPayloads[Name], job: JobFacts) => Promise<void>;
type QueueCounts = { waiting: number; active: number };

/** How long adding or counting may take before it fails, in milliseconds. */
const PATIENCE_MS = 6_000;

/**
 * The queues, on PostgreSQL or Redis. At least once: a handler must bear being called again. Nothing is
 * retried here and nothing is kept: the database knows what is due, and the sweep finds it again.
 */
export class Queues implements OnApplicationShutdown {
  private readonly server: QueueServer;
  private readonly logger = new Logger('Queues');
  private readonly queues = new Map<JobName, Promise<RawQueue>>();
  private readonly workers = new Set<RawWorker>();
  private readonly starting = new Set<Promise<void>>();
  private readonly lastReport = new Map<string, number>();
  private readonly ending = new AbortController();
  private closing: Promise<void> | undefined;

  constructor(private readonly options: QueuesOptions) {
    const url = options.queueUrl ?? options.databaseUrl;
    this.server = /^rediss?:/.test(url) ? redisQueueServer(url) : postgresQueueServer(url);
    this.server.onError((error) => this.report(error));
  }

  get kind(): 'postgres' | 'redis' {
    return this.server.kind;
  }

  /** @throws QueueUnavailable when the server does not take the job within a few seconds. */
  async add<Name extends JobName>(
    name: Name,
    payload: JobPayloads[Name],
    options?: AddOptions,
  ): Promise<void> {
    await this.addMany(name, [{ payload, ...options }]);
  }

  /** @throws QueueUnavailable, and then some of them may have been added */
  async addMany<Name extends JobName>(
    name: Name,
    jobs: readonly ({ payload: JobPayloads[Name] } & AddOptions)[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    const entries = jobs.map(({ payload, deduplicationId, deduplicationSeconds }) => ({
      name,
      data: payload,
      opts:
        deduplicationId === undefined
          ? {}
          : {
              deduplication: {
                id: deduplicationId,
                ...(deduplicationSeconds && { ttl: Math.round(deduplicationSeconds * 1_000) }),
              },
            },
    }));
    await this.ask(async () => {
      const queue = await this.queue(name);
      const [only] = entries;
      // One at a time takes the shorter path through the server.
      if (entries.length === 1 && only) await queue.add(name, only.data, only.opts);
      else await queue.addBulk(entries);
    });
  }

  /**
   * Runs `handler` for every job of this name, at most `concurrency` at once in this process. Begins as soon
   * as the server answers and goes on through its restarts. What a handler throws is logged by name only.
   */
  work<Name extends JobName>(name: Name, handler: Handler<Name>, { concurrency = 1 } = {}): void {
    const start = this.startWorker(name, concurrency, async (job) => {
      try {
        await handler(job.data as JobPayloads[Name], { id: job.id ?? '' });
      } catch (error) {
        // Swallowed on purpose: the queue would keep the message of the error in its event stream.
        this.logger.error({
          msg: 'job failed',
          job: name,
          jobId: job.id,
          ...idsIn(job.data),
          ...reasonOf(error),
        });
      }
    });
    this.starting.add(start);
    void start.finally(() => this.starting.delete(start));
  }

  /** Resolves when the server answers and every worker asked for is running. @throws QueueUnavailable */
  async ready(): Promise<void> {
    await this.ask(async () => {
      await this.server.ping();
      await Promise.all(this.starting);
    });
  }

  /** @throws QueueUnavailable */
  async counts(name: JobName): Promise<QueueCounts> {
    return this.ask(async () => {
      const { waiting = 0, active = 0 } = await (await this.queue(name)).getJobCounts('waiting', 'active');
      return { waiting, active };
    });
  }

  /** What Redis does when its memory is full; must be `noeviction`. Undefined on PostgreSQL. */
  evictionPolicy(): Promise<string | undefined> {
    return this.ask(() => this.server.evictionPolicy());
  }

  /** Takes no new job, waits for the running ones (`drainSeconds`), lets go of the server. */
  close(): Promise<void> {
    this.closing ??= this.drain();
    return this.closing;
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private async drain(): Promise<void> {
    this.ending.abort();
    const quietly = (step: Promise<unknown>, ms: number) =>
      within(ms, step).catch((error) => this.report(error));
    await quietly(Promise.all(this.starting), PATIENCE_MS);
    const drainMs = (this.options.drainSeconds ?? 25) * 1_000;
    await Promise.all([...this.workers].map((worker) => quietly(worker.close(), drainMs)));
    const queues = await Promise.allSettled(this.queues.values());
    const open = queues.flatMap((queue) => (queue.status === 'fulfilled' ? [queue.value.close()] : []));
    await quietly(Promise.all(open), PATIENCE_MS);
    await quietly(this.server.close(), PATIENCE_MS);
  }

  private async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.closing) throw new QueueUnavailable('closed');
    try {
      return await within(PATIENCE_MS, question());
    } catch (error) {
      throw error instanceof QueueUnavailable ? error : new QueueUnavailable(reasonOf(error).error, error);
    }
  }

  private queue(name: JobName): Promise<RawQueue> {
    const known = this.queues.get(name);
    if (known) return known;
    const opening = this.openQueue(name);
    this.queues.set(name, opening);
    // A queue object that once failed to connect stays broken: forget it, the next caller makes another.
    opening.catch(() => this.queues.delete(name));
    return opening;
  }

  private async openQueue(name: JobName): Promise<RawQueue> {
    await this.server.ping();
    const queue = this.server.queue(name);
    queue.on('error', (error: Error) => this.report(error));
    try {
      await queue.waitUntilReady();
      return queue;
    } catch (error) {
      await queue.close().catch(() => undefined);
      throw error;
    }
  }

  private async startWorker(
    name: JobName,
    concurrency: number,
    run: (job: RawJob) => Promise<void>,
  ): Promise<void> {
    while (!this.ending.signal.aborted) {
      try {
        await this.server.ping();
        const worker = this.server.worker(name, run, {
          concurrency,
          lockMs: (this.options.lockSeconds ?? 20) * 1_000,
          stalledCheckMs: (this.options.stalledCheckSeconds ?? 10) * 1_000,
        });
        worker.on('error', (error: Error) => this.report(error));
        this.workers.add(worker);
        await worker.waitUntilReady().catch(async (error: unknown) => {
          this.workers.delete(worker);
          await worker.close().catch(() => undefined);
          throw error;
        });
        worker.run().catch((error: unknown) => this.report(error));
        return;
      } catch (error) {
        this.report(error);
        await pause(1_000, this.ending.signal);
      }
    }
  }

  /** A server that is down fails every worker again and again: each kind of trouble is said once in 10 s. */
  private report(error: unknown): void {
    const reason = reasonOf(error);
    const key = `${reason.error} ${reason.code ?? ''}`;
    const now = performance.now();
    if (now - (this.lastReport.get(key) ?? -Infinity) < 10_000) return;
    this.lastReport.set(key, now);
    this.logger.warn({ msg: 'queue trouble', queue: this.kind, ...reason });
  }
}

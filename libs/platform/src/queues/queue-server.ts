import type { BulkJobOptions, IQueueBackend, JobType } from 'bullmq';

// The little of the library that is used here, without its backend-specific type parameters.
export type RawJob = { id?: string | undefined; data: unknown };
type RawEntry = { name: string; data: unknown; opts: BulkJobOptions };
export type RawQueue = {
  add(name: string, data: unknown, options: BulkJobOptions): Promise<unknown>;
  addBulk(entries: RawEntry[]): Promise<unknown>;
  getJobCounts(...states: JobType[]): Promise<Record<string, number>>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
};
export type RawWorker = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  run(): Promise<void>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
};

export type WorkerSettings = { concurrency: number; lockMs: number; stalledCheckMs: number };

/** One server that holds queues: PostgreSQL or Redis. */
export type QueueServer = {
  readonly kind: 'postgres' | 'redis';
  queue(name: string): RawQueue;
  worker(name: string, run: (job: RawJob) => Promise<void>, settings: WorkerSettings): RawWorker;
  /** Resolves when the server answers and is prepared; rejects within a few seconds otherwise. */
  ping(): Promise<void>;
  /** What Redis does when its memory is full; anything but `noeviction` loses jobs. Undefined: not Redis. */
  evictionPolicy(): Promise<string | undefined>;
  onError(listener: (error: Error) => void): void;
  close(): Promise<void>;
};

/** The longest an idle worker relies on being told about a job before it looks for itself, in seconds. */
const LOOK_AGAIN_SECONDS = 5;

export const queueSettings = {
  // Nobody reads the event stream: keep it short.
  streams: { events: { maxLen: 256 } },
  defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: true },
};

export function workerSettings(settings: WorkerSettings) {
  return {
    autorun: false,
    concurrency: settings.concurrency,
    lockDuration: settings.lockMs,
    stalledInterval: settings.stalledCheckMs,
    drainDelay: LOOK_AGAIN_SECONDS,
    // The library waits 15 s after a lost connection by default; a worker should be back sooner.
    runRetryDelay: 1_000,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
  };
}

/**
 * Makes a backend gentle in trouble: a worker whose fetch fails asks again a second later (not in a tight
 * loop), and never waits longer than `LOOK_AGAIN_SECONDS` for a notification that may have been lost.
 */
export function patient<B extends IQueueBackend>(backend: B): B {
  const moveToActive = backend.moveToActive.bind(backend);
  backend.moveToActive = async (...args) => {
    try {
      const next: unknown[] = await moveToActive(...args);
      return next;
    } catch (error) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      throw error;
    }
  };
  Object.defineProperty(backend, 'maximumBlockTimeout', { get: () => LOOK_AGAIN_SECONDS });
  return backend;
}

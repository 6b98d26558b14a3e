import { Logger } from '@nestjs/common';
import type { RecurringJobName } from './job-payloads.js';
import type { Queues } from './queues.js';
import { reasonOf } from './queue-trouble.js';

/**
 * Adds recurring jobs from within every worker process. Each tick names the same deduplication id for most
 * of the interval, so of n workers one runs the job; when that worker dies, the next tick of any other adds
 * it again. Nothing is stored: a queue that was emptied has the job back one interval later.
 */
export class RecurringJobs {
  private readonly logger = new Logger('RecurringJobs');
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly adding = new Set<Promise<void>>();

  constructor(private readonly queues: Pick<Queues, 'add'>) {}

  /** Adds the job now and then every `seconds` (1 to 86,400). */
  every(seconds: number, name: RecurringJobName): void {
    if (!(seconds >= 1 && seconds <= 86_400))
      throw new RangeError('a recurring job runs every 1 to 86,400 s');
    let busy = false;
    const tick = () => {
      // While the server is down one attempt waits, not one for every tick.
      if (busy) return;
      busy = true;
      const attempt = this.queues
        .add(name, {}, { deduplicationId: name, deduplicationSeconds: seconds * 0.9 })
        .catch((error: unknown) => this.logger.warn({ msg: 'tick lost', job: name, ...reasonOf(error) }))
        .finally(() => {
          busy = false;
          this.adding.delete(attempt);
        });
      this.adding.add(attempt);
    };
    this.timers.add(setInterval(tick, seconds * 1_000));
    tick();
  }

  /** No tick after this; resolves when the last one begun has ended. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.timers.clear();
    await Promise.all(this.adding);
  }
}

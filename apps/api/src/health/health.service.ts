import { Injectable } from '@nestjs/common';
import { pendingMigrations } from '@app/platform/config/boot-checks.js';
import { Database } from '@app/platform/database/database.js';
import { within } from '@app/platform/queues/queue-trouble.js';
import { Queues } from '@app/platform/queues/queues.js';
import type { ReadinessView } from './readiness.view.js';

/** Someone who asks whether we are ready has given up after two seconds. */
const PATIENCE_MS = 1_500;

@Injectable()
export class HealthService {
  constructor(
    private readonly db: Database,
    private readonly queues: Queues,
  ) {}

  /** Asks everything that the product rests on, at the same time. */
  async readiness(): Promise<ReadinessView> {
    const [migrations, queue] = await Promise.all([
      answer(pendingMigrations(this.db).then((pending) => pending.length === 0)),
      answer(this.queues.ready().then(() => true)),
    ]);
    const database = migrations === 'down' ? 'down' : 'up';
    const ready = migrations === 'up' && queue === 'up';
    return { status: ready ? 'ready' : 'not-ready', database, migrations, queue };
  }
}

/** `behind` when it answered that all is not well. */
async function answer(question: Promise<boolean>): Promise<'up' | 'behind' | 'down'> {
  try {
    return (await within(PATIENCE_MS, question)) ? 'up' : 'behind';
  } catch {
    return 'down';
  }
}

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { HeldClock } from '../../seed/held-clock.js';
import { type TestDatabase, testDatabase } from '../database.js';
import { freePort } from '../free-port.js';
import { Part } from './part.js';

/** A Wednesday, 1 pm in Boise: nothing of `steady` is due before the evening. */
export const WEDNESDAY_NOON = Temporal.Instant.from('2026-11-04T20:00:00Z');

export interface ProductWishes {
  smtpUrl: string;
  /** Absent: the queue lives in the product's own database. */
  queueUrl?: string | undefined;
  at?: Temporal.Instant;
}

/** The built product as it is run, on a database and a clock of its own: API and workers are processes. */
export class Product {
  private readonly parts: Part[] = [];
  private clockSet = { to: WEDNESDAY_NOON, at: performance.now() };

  private constructor(
    readonly baseUrl: string,
    readonly database: TestDatabase,
    private readonly folder: string,
    private readonly settings: Record<string, string>,
  ) {}

  /** With the API running, and no worker yet. */
  static async start({ smtpUrl, queueUrl, at = WEDNESDAY_NOON }: ProductWishes): Promise<Product> {
    const database = await testDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'throughline-product-'));
    writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
    const port = String(await freePort());
    const baseUrl = `http://localhost:${port}`;
    const product = new Product(baseUrl, database, folder, {
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: port,
      BASE_URL: baseUrl,
      DATABASE_URL: database.appUrl,
      SMTP_URL: smtpUrl,
      KEK_FILE: join(folder, 'kek'),
      DATA_DIR: folder,
      LOG_LEVEL: 'info',
      SWEEP_SECONDS: '1',
      ...(queueUrl && { QUEUE_URL: queueUrl }),
    });
    await product.setClock(at);
    await product.startApi().catch(async (error: unknown) => {
      await product.stop();
      throw error;
    });
    return product;
  }

  /** The product's clock, `app_now()`: goes on ticking from here. */
  async setClock(instant: Temporal.Instant): Promise<void> {
    const clock = await HeldClock.open(this.database.ownerUrl);
    await clock.set(instant);
    await clock.close();
    this.clockSet = { to: instant, at: performance.now() };
  }

  /** What its clock shows now. */
  get now(): Temporal.Instant {
    const { to, at } = this.clockSet;
    return to.add({ milliseconds: Math.round(performance.now() - at) });
  }

  /** What the factories of this database need to know. */
  get kekFile(): string {
    return join(this.folder, 'kek');
  }

  /** A worker that sweeps every second. `settings` replace those of the product. */
  async startWorker(settings: Record<string, string> = {}): Promise<Part> {
    const worker = Part.start('apps/worker/src/main', { ...this.settings, ...settings });
    this.parts.push(worker);
    await worker.until('to say that it has started', () => worker.log.includes('"msg"'));
    return worker;
  }

  /** Everything every process has written so far. */
  get logs(): string {
    return this.parts.map((part) => part.log).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all(this.parts.map((part) => part.stop()));
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startApi(): Promise<void> {
    const api = Part.start('apps/api/src/main', this.settings);
    this.parts.push(api);
    await api.until('to get ready', () =>
      fetch(`${this.baseUrl}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
  }
}

import { readFileSync } from 'node:fs';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { aClinic } from '../factories/clinic.factory.js';
import { aStaffMember } from '../factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../support/api/running-api.js';
import { freePort } from '../support/free-port.js';
import { Part } from '../support/product/part.js';
import { testRedis, type TestRedis } from '../support/redis.js';
import { type ReceivedMail, startMailServer } from './mail-server.js';
import { liveAtTheClinic } from './plain-text.clinic.js';
import type { Life } from './plain-text.secrets.js';
import { recordedRows, recordRows } from './record-of-rows.js';
import { contentsOf } from './redis-contents.js';

export type Backend = 'PostgreSQL' | 'Redis';

type MailServer = Awaited<ReturnType<typeof startMailServer>>;

/** What a life left behind: rows, logs, the queue, and the e-mails. */
export interface LeftBehind {
  kept: Record<string, string>;
  mails: readonly ReceivedMail[];
}

/** The product as processes, where everything that is ever written is kept. */
export class PlainTextHome {
  private readonly commands: string[] = [];
  private readonly closing: (() => unknown)[] = [];

  private constructor(private readonly backend: Backend) {}

  /** Closes by itself what it had opened when that fails. */
  static async lived(backend: Backend, life: Omit<Life, 'base'>): Promise<LeftBehind> {
    const home = new PlainTextHome(backend);
    try {
      return await home.live(life);
    } finally {
      for (const close of home.closing.toReversed()) await close();
    }
  }

  private async live(life: Omit<Life, 'base'>): Promise<LeftBehind> {
    const redis = this.backend === 'Redis' ? this.closed(await testRedis(), (it) => it.stop()) : null;
    const queue = redis?.url ?? '';
    const api = this.closed(await runningApi({ env: { QUEUE_URL: queue } }), (it) => it.stop());
    const admin = new Client({ connectionString: api.database.adminUrl });
    await admin.connect();
    this.closing.push(() => admin.end());
    await recordRows(admin);
    const watcher = redis && (await this.watch(redis));
    const mailServer = this.closed(await startMailServer(), (it) => it.stop());
    const { base, processes } = await this.start(mailServer, queue);
    await liveAtTheClinic({
      ...life,
      ...(await this.people(api, life)),
      base,
      admin,
      mails: mailServer.mails,
    });
    await Promise.all(processes.map((one) => one.stop()));
    const [server, worker] = processes.map((one) => one.log);
    const kept = {
      ...(await recordedRows(admin)),
      'the log of the API': server!,
      'the log of the worker': worker!,
      'the log of PostgreSQL': process.env.TEST_PG_LOG ? readFileSync(process.env.TEST_PG_LOG, 'utf8') : '',
      'what Redis was told': this.commands.join('\n'),
      'what Redis keeps': watcher ? await contentsOf(watcher) : '',
    };
    return { kept, mails: mailServer.mails };
  }

  private async people({ house }: RunningApi, { secrets }: Pick<Life, 'secrets'>) {
    const clinic = await aClinic(house);
    const roles = ['admin' as const, 'practitioner' as const];
    const maren = await aStaffMember(house, { clinic, password: secrets.password, roles });
    return { maren, locationId: clinic.locationId };
  }

  /** Writes down what Redis is told from now on. */
  private async watch(redis: TestRedis): Promise<Redis> {
    const watcher = new Redis(redis.url);
    const monitor = await watcher.monitor();
    monitor.on('monitor', (_time: string, args: string[]) => void this.commands.push(args.join(' ')));
    this.closing.push(() => {
      monitor.disconnect();
      watcher.disconnect();
    });
    return watcher;
  }

  private async start(mailServer: MailServer, queue: string): Promise<{ base: string; processes: Part[] }> {
    const port = await freePort();
    const base = `http://127.0.0.1:${port}`;
    const { DATABASE_URL = '', KEK_FILE = '', DATA_DIR = '' } = process.env;
    const settings = {
      ...{ NODE_ENV: 'test', HOST: '127.0.0.1', PORT: String(port), BASE_URL: base },
      ...{ DATABASE_URL, KEK_FILE, DATA_DIR, SMTP_URL: mailServer.url, QUEUE_URL: queue },
      ...{ SWEEP_SECONDS: '1', LOG_LEVEL: 'debug' },
    };
    const start = (entry: string) => this.closed(Part.start(entry, settings), (it) => it.stop());
    const processes = [start('apps/api/src/main'), start('apps/worker/src/main')];
    const isReady = () =>
      fetch(`${base}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (const one of processes) await one.until('to see the API ready', isReady, 60_000);
    return { base, processes };
  }

  private closed<Opened>(opened: Opened, close: (it: Opened) => unknown): Opened {
    this.closing.push(() => close(opened));
    return opened;
  }
}

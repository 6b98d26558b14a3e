import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { createRolesAndDatabase, migrate } from '@app/platform/database/prepare-database.js';
import { freePort } from '../support/free-port.js';
import { Child } from './child.js';
import { type BenchPostgres, startPostgres } from './postgres.cjs';

const BASE_URL = 'https://bench.example';

/** A running copy of the API. */
export interface BenchApi {
  child: Child;
  port: number;
}

/** The database of one run, and the settings every part of the product gets: those of production. */
export class BenchRun {
  private readonly children: Child[] = [];

  private constructor(
    readonly postgres: BenchPostgres,
    private readonly kekFile: string,
  ) {}

  static async start(): Promise<BenchRun> {
    const postgres = await startPostgres();
    const kekFile = join(postgres.folder, 'kek');
    writeFileSync(kekFile, randomBytes(32).toString('base64'), { mode: 0o600 });
    const run = new BenchRun(postgres, kekFile);
    await createRolesAndDatabase({
      adminUrl: postgres.adminUrl,
      ownerUrl: run.url('throughline_owner'),
      appUrl: run.url('throughline_app'),
    });
    await migrate(run.url('throughline_owner'));
    return run;
  }

  url(role: string, database = 'bench', port = this.postgres.port): string {
    return `postgresql://${role}:bench@127.0.0.1:${port}/${database}`;
  }

  /** Of a production process, over https as far as it knows: whoever asks does so as its reverse proxy would. */
  settings(database = 'bench', port = this.postgres.port): Record<string, string> {
    return {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      BASE_URL,
      DATABASE_URL: this.url('throughline_app', database, port),
      KEK_FILE: this.kekFile,
      // A production boot refuses the examples; nothing is sent there unless a measurement says where.
      MAIL_FROM: 'hello@throughline.internal',
      SMTP_URL: 'smtp://127.0.0.1:9',
      DATA_DIR: this.postgres.folder,
    };
  }

  async admin(database = 'bench'): Promise<Client> {
    const client = new Client({ connectionString: this.url('postgres', database) });
    // The server may be stopped first: who is still asking then hears of it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** A copy of the database as it is now. Nobody may be connected to the first. */
  async copy(name: string): Promise<void> {
    const admin = new Client({ connectionString: this.postgres.adminUrl });
    await admin.connect();
    await admin.query(`create database ${escapeIdentifier(name)} template bench owner throughline_owner`);
    await admin.end();
  }

  async api(databasePort?: number, flags: readonly string[] = []): Promise<BenchApi> {
    const port = await freePort();
    const settings = { ...this.settings('bench', databasePort), PORT: String(port) };
    const child = this.watched(Child.product('apps/api/src/main', settings, flags));
    await child.until(() => isReady(port));
    return { child, port };
  }

  async worker(
    database: string,
    settings: Record<string, string>,
    flags: readonly string[] = [],
  ): Promise<Child> {
    const port = await freePort();
    const all = { ...this.settings(database), ...settings, WORKER_HEALTH_PORT: String(port) };
    return this.watched(Child.product('apps/worker/src/main', all, flags)).until(() => isReady(port));
  }

  floor(name: string, settings: Record<string, string>): Child {
    return this.watched(Child.floor(name, { NODE_ENV: 'production', ...settings }));
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
    await this.postgres.stop();
  }

  private watched(child: Child): Child {
    this.children.push(child);
    return child;
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
  } catch {
    return false;
  }
}

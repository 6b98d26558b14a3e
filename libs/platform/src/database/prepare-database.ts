import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { DataSource } from 'typeorm';
import { prepareQueueSchema } from '../queues/prepare-queue-schema.js';
import { MIGRATIONS } from '../../../../migrations/all.js';

export interface RolesAndDatabase {
  /** Superuser URL of the server (any database). */
  adminUrl: string;
  /** `throughline_owner` URL of the database to make. */
  ownerUrl: string;
  /** `throughline_app` URL of the database to make. */
  appUrl: string;
}

/** Creates the roles and the database where they are missing; safe to run again. Needs a superuser. */
export async function createRolesAndDatabase(urls: RolesAndDatabase): Promise<void> {
  const owner = new URL(urls.ownerUrl);
  const app = new URL(urls.appUrl);
  const database = owner.pathname.slice(1);
  await withClient(urls.adminUrl, async (client) => {
    await ensureRole(client, 'throughline_owner', `login nobypassrls createrole password ${password(owner)}`);
    await ensureRole(client, 'throughline_app', `login nobypassrls password ${password(app)}`);
    await ensureRole(client, 'throughline_finder', 'nologin nobypassrls');
    await client.query('grant throughline_finder to throughline_owner with inherit false, set true');
    const found = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`create database ${escapeIdentifier(database)} owner throughline_owner`);
    }
  });
  const admin = new URL(urls.adminUrl);
  admin.pathname = `/${database}`;
  await withClient(admin.href, async (client) => {
    await client.query('alter schema public owner to throughline_owner');
    await client.query(`revoke temporary on database ${escapeIdentifier(database)} from public`);
  });
}

/** Runs pending migrations as the owner and prepares the queue's schema; safe to run again. */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    await source.runMigrations();
    await source.query('grant select on schema_migrations to throughline_app');
  } finally {
    await source.destroy();
  }
  await withClient(ownerUrl, (client) => prepareQueueSchema(client, { appRole: 'throughline_app' }));
}

/** Names of the migrations that the code knows, in order. */
export function knownMigrations(): string[] {
  return MIGRATIONS.map((migration) => migration.name);
}

async function ensureRole(client: Client, name: string, options: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  await client.query(
    `${found.rowCount === 0 ? 'create' : 'alter'} role ${escapeIdentifier(name)} ${options}`,
  );
}

function password(url: URL): string {
  return escapeLiteral(decodeURIComponent(url.password));
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

import { Client, escapeIdentifier } from 'pg';
import { urlsOf } from '../database-urls.js';
import type { TestDatabase } from '../database.js';

/** Cuts every connection of the application to one test database and refuses new ones. Gives what ends it. */
export async function databaseOutage({ name }: TestDatabase): Promise<() => Promise<void>> {
  const limit = (to: number) => `alter database ${escapeIdentifier(name)} connection limit ${to}`;
  await asAdmin(limit(0), `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return () => asAdmin(limit(-1));
}

async function asAdmin(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: urlsOf('postgres').adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

import { Client, type DatabaseError } from 'pg';
import type { TestDatabase } from '../database.js';
import { waitFor } from '../wait-for.js';

const DEADLOCK = '40P01';

/** The queue in PostgreSQL forgets every job, as after a restore without it. */
export async function emptyQueue({ adminUrl }: TestDatabase): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ names: string }>(
      `select string_agg(format('%I.%I', schemaname, tablename), ', ') as names
       from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    // Whoever works on the queue may hold one table and want another: then this statement is the one that gives way.
    await waitFor('the queue to be emptied', () =>
      client.query(`truncate ${rows[0]!.names}`).catch((error: unknown) => {
        if ((error as DatabaseError).code !== DEADLOCK) throw error;
        return null;
      }),
    );
  });
}

/** Nobody can write to a mailing until what this gives is called. */
export async function lockMailings({ adminUrl }: TestDatabase): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('begin; lock table mailings in share mode');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

export async function untilSomebodyWaitsForALock({ adminUrl, name }: TestDatabase): Promise<void> {
  await withClient(adminUrl, (client) =>
    waitFor('a statement that waits for a lock', async () => {
      const { rows } = await client.query<{ waits: boolean }>(
        `select exists (select 1 from pg_stat_activity
           where datname = $1 and wait_event_type = 'Lock' and query like '%settled%') as waits`,
        [name],
      );
      return rows[0]!.waits;
    }),
  );
}

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

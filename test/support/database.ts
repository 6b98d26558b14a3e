import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { TEMPLATE_NAME, urlsOf, type DatabaseUrls } from './database-urls.js';

export interface TestDatabase extends DatabaseUrls {
  name: string;
  /** Ends every connection to it and drops it. */
  drop: () => Promise<void>;
}

/**
 * A fresh, migrated, empty database, cloned from the run's template (about 50 ms). Make it in `beforeAll`,
 * drop it in `afterAll`; specs never share one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `throughline_test_${process.env.JEST_WORKER_ID ?? '0'}_${randomBytes(4).toString('hex')}`;
  const quoted = escapeIdentifier(name);
  await asAdmin(
    `create database ${quoted} template ${escapeIdentifier(TEMPLATE_NAME)} owner throughline_owner`,
    // A clone takes no rights of the database itself along.
    `revoke temporary on database ${quoted} from public`,
  );
  return { name, ...urlsOf(name), drop: () => asAdmin(`drop database if exists ${quoted} with (force)`) };
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

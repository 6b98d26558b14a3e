import { runMigrations } from 'bullmq';
import { Client } from 'pg';
import { JOB_NAMES } from './job-payloads.js';
import { QUEUE_SCHEMA } from './postgres-queue-server.js';

/**
 * Brings the queue schema up to date, as its owner, and lets `appRole` use it. May run at every start: what
 * is there already is left alone. The runtime role gets no CREATE and owns nothing; that is why the id
 * sequence of every queue is made here, where the library would otherwise make it at the first job.
 *
 * @param owner a connected client of the owning role, or its URL
 * @throws when the connection's role may not create the schema, or `appRole` does not exist
 */
export async function prepareQueueSchema(
  owner: Client | string,
  { appRole = 'throughline_app' }: { appRole?: string } = {},
): Promise<void> {
  if (typeof owner === 'string') {
    const client = new Client({ connectionString: owner });
    await client.connect();
    try {
      return await prepareQueueSchema(client, { appRole });
    } finally {
      await client.end();
    }
  }
  await runMigrations(owner, QUEUE_SCHEMA);
  const role = owner.escapeIdentifier(appRole);
  const schema = owner.escapeIdentifier(QUEUE_SCHEMA);
  await owner.query('begin');
  try {
    // Two migrations at once would both grant, and one of them would fail.
    await owner.query(`select pg_advisory_xact_lock(hashtext('prepare-queue-schema'))`);
    for (const name of JOB_NAMES) {
      const { rows } = await owner.query<{ missing: boolean }>(
        `select to_regclass('${QUEUE_SCHEMA}.' || quote_ident(${schema}.job_id_seq_name($1))) is null as missing`,
        [name],
      );
      if (rows[0]?.missing) await owner.query(`select ${schema}.next_job_id($1)`, [name]);
    }
    await owner.query(`
      revoke all on schema ${schema} from public;
      grant usage on schema ${schema} to ${role};
      grant select, insert, update, delete on all tables in schema ${schema} to ${role};
      grant usage on all sequences in schema ${schema} to ${role};
      grant execute on all functions in schema ${schema} to ${role};
      revoke insert, update, delete on ${schema}.migration from ${role}`);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

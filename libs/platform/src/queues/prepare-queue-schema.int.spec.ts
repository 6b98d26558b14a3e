import { Client } from 'pg';
import { JOB_NAMES } from './job-payloads.js';
import { prepareQueueSchema } from './prepare-queue-schema.js';
import { type PostgresTestServer, postgresMissing, startPostgres } from './queues.test-support.js';
import { Queues } from './queues.js';

const suite = postgresMissing ? describe.skip : describe;
suite(`the queue schema${postgresMissing ? `: skipped, ${postgresMissing}` : ''}`, () => {
  let server: PostgresTestServer;
  let client: Client;
  let appRole: string;
  beforeAll(async () => {
    server = await startPostgres();
    client = new Client({ connectionString: server.options.databaseUrl });
    appRole = new URL(server.options.databaseUrl).username;
    await client.connect();
  }, 60_000);
  afterAll(async () => {
    await client?.end();
    await server?.stop();
  });

  it('lets the runtime role use every queue without owning or creating anything', async () => {
    const queues = new Queues(server.options);
    for (const name of JOB_NAMES) {
      let ran = 0;
      queues.work(name, async () => void (ran += 1));
      await queues.add(name, {} as never);
      expect(await queues.counts(name)).toBeDefined();
    }
    await queues.close();
    await expect(client.query('create table bullmq.mine (id int)')).rejects.toThrow(/permission denied/);
    await expect(client.query('truncate bullmq.job')).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from bullmq.migration')).rejects.toThrow(/permission denied/);
    const { rows } = await client.query<{ owned: string }>(
      `select count(*) as owned from pg_class where relowner = current_user::regrole`,
    );
    expect(rows[0]?.owned).toBe('0');
  });

  it('may be prepared again, also twice at once, and changes nothing then', async () => {
    const sequences = async () =>
      (
        await client.query(`select c.oid, c.relname, c.relacl::text from pg_class c
        join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'bullmq' order by 2`)
      ).rows;
    const before = await sequences();
    await Promise.all([1, 2].map(() => prepareQueueSchema(server.ownerUrl, { appRole })));
    expect(await sequences()).toEqual(before);
  });

  it('fails for a role that does not exist, and leaves the grants as they were', async () => {
    await expect(prepareQueueSchema(server.ownerUrl, { appRole: 'nobody_here' })).rejects.toThrow(
      /nobody_here/,
    );
  });
});

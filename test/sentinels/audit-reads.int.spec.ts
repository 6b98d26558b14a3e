import { Client } from 'pg';
import { type CallerWorld, callerWorld } from './caller-world.js';
import { type Operation, operationsOf, pathOf } from './operations.js';
import { ROUTES } from './route-matrix.data.js';

jest.setTimeout(120_000);

/** What can be read that shows no client. Everything else is written down, a new operation too. */
const OF_NOBODY = [
  'get /api/absences',
  'get /api/audit-events/seals',
  'get /api/clinic',
  'get /api/clinic/pattern-thresholds',
  'get /api/clinic/safety-phrases',
  'get /api/clinic/safety-webhook',
  'get /api/clinic/sender',
  'get /api/clinic/setup',
  'get /api/crisis-contacts',
  'get /api/invitations',
  'get /api/locations',
  'get /api/me',
  'get /api/me/factors',
  'get /api/me/sign-ins',
  'get /api/measures',
  'get /api/plan-templates',
  'get /api/plan-templates/{template}',
  'get /api/prompt-templates',
  'get /api/prompt-templates/{template}',
  'get /api/rosters',
  'get /api/service',
  'get /api/staff',
  'get /api/staff-members',
];

describe('reading over the API', () => {
  let world: CallerWorld;
  let admin: Client;
  let reads: Operation[];
  beforeAll(async () => {
    world = await callerWorld();
    admin = new Client({ connectionString: world.api.database.adminUrl });
    await admin.connect();
    const { body } = await world.api.call('get', '/api/openapi.json').expect(200);
    reads = operationsOf(body).filter(({ method }) => method === 'get');
  });
  afterAll(async () => {
    await admin.end();
    await world.stop();
  });

  const rows = async () =>
    (
      await admin.query<{ actor_id: string; outcome: string; named: boolean }>(
        `select actor_id, outcome, $1::uuid = any (client_ids) as named from audit_events order by id`,
        [world.mine.clients],
      )
    ).rows;

  it('writes one row about each reading of what belongs to clients, for whoever reads, and none about the rest', async () => {
    const troubles: string[] = [];
    for (const operation of reads) {
      for (const who of ROUTES[operation.name]?.lets ?? []) {
        const { cookie, actor } = world.callers[who];
        const before = (await rows()).length;
        const { status } = await world.api.call('get', pathOf(operation, world.mine), cookie);
        const written = (await rows()).slice(before);
        const wanted = OF_NOBODY.includes(operation.name) ? 0 : 1;
        const isTheirs = written.every(
          (row) => row.actor_id === actor.staffMemberId && row.outcome === 'done',
        );
        if (status !== 200 || written.length !== wanted || !isTheirs)
          troubles.push(`${operation.name} by ${who}: ${status}, ${JSON.stringify(written)}`);
      }
    }
    expect(troubles).toEqual([]);
  });

  it('names the client in the row wherever the address names one', async () => {
    const troubles: string[] = [];
    const ofOne = reads.filter(({ path }) => /\/(clients|appointments|safety-flags)\/\{id\}/.test(path));
    for (const operation of ofOne) {
      await world.api.call('get', pathOf(operation, world.mine), world.callers.reader.cookie).expect(200);
      if (!(await rows()).at(-1)!.named) troubles.push(operation.name);
    }
    expect(troubles).toEqual([]);
    expect(ofOne.length).toBeGreaterThan(5);
  });
});

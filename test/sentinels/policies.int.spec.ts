import { Client } from 'pg';
import { settingsOf } from '@app/platform/database/actor-settings.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { policyTroubles } from './policy.checks.js';
import { EXPECTATIONS } from './policy.expectations.js';
import { finderTroubles } from './policy.finders.checks.js';
import { fillPolicyWorld, type PolicyWorld } from './policy-world.js';

interface Policy {
  name: string;
  table: string;
  /** The whole statement that makes it. */
  statement: string;
}

const IN_REACH = [
  `'practitioner' = any (app_roles())`,
  't.staff_member_id = app_staff_member()',
  'a.cover_id = app_staff_member()',
  'a.ended_at is null',
  'a.starts_at <= public.app_now()',
  'public.app_now() < a.ends_at',
  'b.staff_member_id = app_staff_member()',
  'b.ended_at is null',
  'public.app_now() < b.ends_at',
];
/** The conditions of who has which clients in reach. That of the clinic says again what the policies say. */
const REACH: [name: string, conditions: readonly string[]][] = [
  ['app_care_clients', [`app_kind() = 'client'`]],
  ['app_word_clients', [`app_kind() = 'client'`]],
  ['app_find_care_clients', IN_REACH],
  ['app_find_word_clients', [...IN_REACH, `t.seat in ('words', 'supervisor')`]],
  [
    'app_duty_flags',
    [
      'r.kind = f.lane',
      'f.closed_at is null',
      'a.cover_id = app_staff_member()',
      'a.ended_at is null',
      'a.starts_at <= public.app_now()',
      'public.app_now() < a.ends_at',
    ],
  ],
];

describe('the policies', () => {
  let database: TestDatabase;
  let admin: Client;
  let app: Client;
  let world: PolicyWorld;
  let policies: Policy[];

  beforeAll(async () => {
    database = await testDatabase();
    admin = new Client({ connectionString: database.adminUrl });
    app = new Client({ connectionString: database.appUrl });
    await Promise.all([admin.connect(), app.connect()]);
    world = await fillPolicyWorld(admin);
    policies = await policiesOf(admin);
    // What the role is granted stands in the catalogue test. Here everything is granted: the policies alone keep
    // rows back. The audit and its seals are kept by their grants.
    const { rows } = await admin.query<{ grant: string }>(
      `select format('grant insert, update, delete on %I to throughline_app', tablename) as grant
       from pg_tables where schemaname = 'public' and tablename not like 'audit%'`,
    );
    for (const { grant } of rows) await admin.query(grant);
  });
  afterAll(async () => {
    await Promise.all([admin.end(), app.end()]);
    await database.drop();
  });

  const looks = {
    table: (table: string) => policyTroubles({ admin, app }, world, table),
    finders: () => finderTroubles(app, world),
  };
  const troubles = async (table: string) => {
    const found: string[] = [];
    for (const look of [looks.table(table), looks.finders()]) for await (const one of look) found.push(one);
    return found;
  };
  /** Is anything not as it should be? Looks until it knows. */
  const isRed = async (looked: readonly AsyncGenerator<string>[]) => {
    for (const look of looked) for await (const _trouble of look) return true;
    return false;
  };
  const isFound = ({ name, table }: Policy) => {
    const [finders, rows] = [looks.finders(), looks.table(table)];
    // Where the finders are the likelier to notice, they come first.
    return isRed(name.endsWith('_finder') ? [finders, rows] : [rows, finders]);
  };

  it('are looked at for every table of a clinic', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(EXPECTATIONS));
  });

  it.each(Object.keys(EXPECTATIONS))('show %s to who may see them, and to nobody else', async (table) => {
    expect(await troubles(table)).toEqual([]);
  });

  it('keep a practitioner from writing themselves onto a care team that stands', async () => {
    const { actors, clinicId, clientId } = world;
    const off = actors['is off the care team']!;
    await app.query('begin');
    await app.query(
      `select set_config('app.clinic_id', $1, true), set_config('app.kind', 'staff', true),
         set_config('app.staff_member_id', $2, true), set_config('app.roles', 'practitioner', true)`,
      [clinicId, off.kind === 'staff' ? off.staffMemberId : ''],
    );
    const join = app.query(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at) values ($1, $2, $3, 'words', now())`,
      [clinicId, clientId, off.kind === 'staff' ? off.staffMemberId : ''],
    );
    await expect(join).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
  });

  it.each([
    ['a yes by link', 'reads the words', 'by-link', null],
    ['a yes that a colleague is said to have heard', 'reads the words', 'with-staff', 'is off the care team'],
    ['a yes that staff are said to have heard', 'is the client', 'with-staff', 'reads the words'],
  ] as const)('keep %s from being written by who %s', async (_what, writer, how, named) => {
    const { actors, clinicId, clientId } = world;
    const heard = named && actors[named];
    await app.query(`start transaction; select ${settingsOf(actors[writer]!)}`);
    const write = app.query(
      `insert into consents (clinic_id, id, client_id, text_version, language, how, given_at, recorded_by, withdrawn_at)
       values ($1, gen_random_uuid(), $2, 1, 'en', $3, now(), $4, now())`,
      [clinicId, clientId, how, heard?.kind === 'staff' ? heard.staffMemberId : null],
    );
    await expect(write).rejects.toMatchObject({ code: '42501' });
    await app.query('rollback');
  });

  it('are each needed: without any one of them something above turns red', async () => {
    const idle: string[] = [];
    for (const policy of policies) {
      const { name, table, statement } = policy;
      await admin.query(`drop policy ${name} on ${table}`);
      if (!(await isFound(policy))) idle.push(name);
      await admin.query(statement);
    }
    expect(idle).toEqual([]);
    expect(policies.length).toBeGreaterThan(40);
  });

  it('are each needed as they are: opened, any one of them turns something red', async () => {
    const idle: string[] = [];
    for (const policy of policies.filter((each) => !each.name.endsWith('_finder'))) {
      const { name, table, statement } = policy;
      const using = statement.includes(' using (') ? 'using (true)' : '';
      const check = statement.includes(' with check (') ? 'with check (true)' : '';
      await admin.query(`alter policy ${name} on ${table} ${using} ${check}`);
      if (!(await isFound(policy))) idle.push(name);
      await admin.query(`drop policy ${name} on ${table}; ${statement}`);
    }
    expect(idle).toEqual([]);
  });

  it.each(REACH)('rest on %s, each condition of which is needed', async (name, conditions) => {
    const { rows } = await admin.query<{ definition: string }>(
      'select pg_get_functiondef($1::regproc) as definition',
      [name],
    );
    const { definition } = rows[0]!;
    const idle: string[] = [];
    for (const condition of conditions) {
      expect(definition).toContain(condition);
      await admin.query(definition.replaceAll(condition, 'true'));
      const touched = ['reflections', 'appointments', 'break_glass_accesses', 'safety_flags'];
      if (!(await isRed([...touched.map(looks.table), looks.finders()]))) idle.push(condition);
    }
    await admin.query(definition);
    expect(idle).toEqual([]);
    expect(await troubles('reflections')).toEqual([]);
  });

  it('are as they were after all of that', async () => {
    expect(await policiesOf(admin)).toEqual(policies);
  });
});

async function policiesOf(admin: Client): Promise<Policy[]> {
  const { rows } = await admin.query<Policy>(
    `select policyname as name, tablename as table,
       format('create policy %I on %I as %s for %s to %s%s%s', policyname, tablename, permissive, cmd,
         array_to_string(roles, ', '), ' using (' || qual || ')', ' with check (' || with_check || ')') as statement
     from pg_policies where schemaname = 'public' order by 2, 1`,
  );
  return rows;
}

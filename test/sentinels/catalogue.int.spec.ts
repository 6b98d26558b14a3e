import { ENTITIES } from '@app/briefs/entities.js';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { definerTroubles, roleTroubles, tableTroubles } from './catalogue.checks.js';
import { entityTroubles } from './entity.checks.js';

describe('a migrated database', () => {
  let database: TestDatabase;
  let client: Client;
  let source: DataSource;

  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.adminUrl });
    await client.connect();
    source = new DataSource({
      type: 'postgres',
      url: database.appUrl,
      entities: [...ENTITIES] as (new () => object)[],
    });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await client.end();
    await database.drop();
  });

  /** What the checks say while a change stands; the change is taken back. */
  const withChange = async (change: string, check: (client: Client) => Promise<string[]>) => {
    await client.query('begin');
    try {
      await client.query(change);
      return await check(client);
    } finally {
      await client.query('rollback');
    }
  };

  it('keeps every table of a clinic apart from every other clinic, and of a client to its care team', async () => {
    expect(await tableTroubles(client)).toEqual([]);
  });

  it('lets the roles of the product do no more than they need', async () => {
    expect(await roleTroubles(client)).toEqual([]);
  });

  it('answers across clinics with ids alone', async () => {
    expect(await definerTroubles(client)).toEqual([]);
  });

  it('is what the entities say', async () => {
    expect(await entityTroubles(source)).toEqual([]);
  });

  it.each([
    [
      'a table without row-level security',
      'create table notes (clinic_id uuid, id uuid, primary key (clinic_id, id))',
    ],
    ['row-level security that is off', 'alter table prompts disable row level security'],
    ['row-level security that its owner escapes', 'alter table reflections no force row level security'],
    ['a tenant policy that is gone', 'drop policy prompts_clinic on prompts'],
    ['a tenant policy that lets writes through', 'alter policy prompts_clinic on prompts with check (true)'],
    ['a second, generous policy', 'create policy more on prompts using (true)'],
    ['a client table for everybody in the clinic', 'drop policy series_care on series'],
    ['a restriction that restricts nothing', 'alter policy series_care on series using (true)'],
    ['an index that serves every clinic', 'create index everywhere on prompts (send_at)'],
    ['a key without its clinic', 'create unique index everywhere on reflections (id)'],
    [
      'a link across clinics',
      'create unique index other on series (id); alter table prompts add column series_id uuid references series (id)',
    ],
  ])('is refused with %s', async (_, change) => {
    expect(await withChange(change, tableTroubles)).not.toEqual([]);
  });

  it.each([
    ['row-level security behind it', 'alter role throughline_app bypassrls'],
    ['a table of its own', 'alter table drafts owner to throughline_app'],
    ['the right to empty a table', 'grant truncate on drafts to throughline_app'],
    ['the right to refer to a table', 'grant references on drafts to throughline_app'],
    ['the right to change the audit', 'grant update on audit_events to throughline_app'],
    ['the right to remove from the audit', 'grant delete on audit_events to throughline_app'],
    ['the right to change a seal', 'grant update on audit_seals to throughline_app'],
    ['the right to change the queue of seals', 'grant update on audit_unsealed to throughline_app'],
    [
      'the right to rewrite who broke the glass',
      'grant update (ends_at) on break_glass_accesses to throughline_app',
    ],
    ['the right to rewrite a consent', 'grant update (given_at) on consents to throughline_app'],
    ['the right to delete a consent', 'grant delete on consents to throughline_app'],
    [
      'the right to rewrite what a mail server said',
      'grant update (kind) on delivery_events to throughline_app',
    ],
    [
      'the right to rewrite what was published',
      'grant update on prompt_template_versions to throughline_app',
    ],
    ['the right to rewrite where a thread stood', 'grant update (stage) on thread_stages to throughline_app'],
    ['the right to read what was taken back', 'grant select on withdrawn_bodies to throughline_app'],
    ['an audit that its owner may change', 'drop trigger audit_events_insert_only on audit_events'],
    ['seals that their owner may change', 'alter table audit_seals disable trigger audit_seals_insert_only'],
    ['the owner behind it', 'grant throughline_owner to throughline_app'],
    ['a finder that writes', 'grant insert on prompts to throughline_finder'],
    ['a view', 'create view everything as select * from reflections'],
  ])('is refused with a role that has %s', async (_, change) => {
    expect(await withChange(change, roleTroubles)).not.toEqual([]);
  });

  it.each([
    ['no pinned search path', 'alter function find_dead_leases_across_clinics() reset search_path'],
    ['another owner', 'alter function find_dead_leases_across_clinics() owner to throughline_owner'],
    ['everybody as its caller', 'grant execute on function find_dead_leases_across_clinics() to public'],
    [
      'words for an answer',
      `create function find_words_across_clinics() returns table (id uuid, words bytea) language sql security definer
         set search_path = pg_catalog, public as $$ select id, body_sealed from public.reflections $$;
       alter function find_words_across_clinics() owner to throughline_finder;
       revoke all on function find_words_across_clinics() from public`,
    ],
  ])('is refused with a cross-clinic function that has %s', async (_, change) => {
    expect(await withChange(change, definerTroubles)).not.toEqual([]);
  });

  it.each([
    ['alter table clients add column nickname text', 'clients.nickname is in the database alone'],
    [
      'alter table clients alter column time_zone drop not null',
      'clients.time_zone: one of both says it may be null',
    ],
    [
      'alter table mailings alter column attempts type bigint',
      'mailings.attempts is bigint, the entity says integer',
    ],
    ['alter table series drop column name', 'series.name is in the entity alone'],
    ['create table notes (id uuid)', 'notes has no entity'],
  ])('tells entities and schema apart after: %s', async (change, trouble) => {
    const scratch = await testDatabase();
    const owner = new Client({ connectionString: scratch.adminUrl });
    await owner.connect();
    await owner.query(change);
    await owner.end();
    const other = new DataSource({ ...source.options, url: scratch.appUrl } as typeof source.options);
    await other.initialize();
    const troubles = await entityTroubles(other);
    await other.destroy();
    await scratch.drop();
    expect(troubles).toEqual([trouble]);
  });
});

import type { Client } from 'pg';
import {
  BEFORE_A_CLINIC,
  FOREIGN_KEYS_ACROSS,
  INDEXES_ACROSS,
  MORE_THAN_IDS,
  NOT_RESTRICTED,
  namesOf,
  OUTSIDE_CLINICS,
  WITHIN_CLINIC,
} from './allow-list.js';

const COMMANDS: Record<string, string> = { r: 'select', a: 'insert', w: 'update', d: 'delete' };
const TENANT = '(clinic_id = ( SELECT app_clinic() AS app_clinic))';

interface Policy {
  name: string;
  permissive: boolean;
  cmd: string;
  roles: string[];
  using: string | null;
  check: string | null;
}

interface Table {
  name: string;
  owner: string;
  secured: boolean;
  forced: boolean;
  columns: string[];
  policies: Policy[];
  /** Primary key, unique keys, indexes: name and first column. */
  indexes: { name: string; first: string }[];
  foreign_keys: { name: string; first: string; other: string }[];
}

/** What is wrong with the tables, in words; nothing when all of them are as ARCHITECTURE wants them. */
export async function tableTroubles(client: Client): Promise<string[]> {
  const tables = await tablesOf(client);
  const outside = namesOf(OUTSIDE_CLINICS);
  const excepted = new Set<string>();
  const troubles = tables.flatMap((table) => {
    const own = table.owner === 'throughline_owner' ? [] : [`${table.name} belongs to ${table.owner}`];
    const found = troublesOf(table, excepted);
    if (!outside.has(table.name)) return [...own, ...found];
    return found.length > 0 ? own : [...own, `${table.name} needs no exception`];
  });
  const names = new Set(tables.map(({ name }) => name));
  const stale = [
    ...[...outside].filter((name) => !names.has(name)),
    ...[FOREIGN_KEYS_ACROSS, INDEXES_ACROSS, NOT_RESTRICTED]
      .flatMap((exceptions) => [...namesOf(exceptions)])
      .filter((what) => !excepted.has(what)),
  ];
  return [...troubles, ...stale.map((what) => `the exception for ${what} is not needed`)];
}

function troublesOf(table: Table, excepted: Set<string>): string[] {
  const { name, columns, policies, indexes, foreign_keys: foreignKeys } = table;
  const troubles: string[] = [];
  const say = (what: string) => troubles.push(`${name}: ${what}`);
  if (!table.secured) say('row-level security is off');
  if (!table.forced) say('row-level security is not forced');
  const open = policies.filter((policy) => policy.permissive);
  const tenant = open.filter(({ cmd, using, check }) => cmd === '*' && using === TENANT && check === TENANT);
  if (tenant.length !== 1) say('no tenant policy with both clauses');
  for (const policy of open) {
    const isFinder = policy.roles.join() === 'throughline_finder' && policy.cmd === 'r';
    if (!tenant.includes(policy) && !isFinder) say(`${policy.name} lets more rows through`);
  }
  if (columns.includes('client_id') || name === 'clients') {
    const restricted = policies.filter(
      (policy) =>
        !policy.permissive && policy.roles.some((role) => ['throughline_app', 'public'].includes(role)),
    );
    for (const [code, command] of Object.entries(COMMANDS)) {
      if (restricted.some((policy) => covers(policy, code))) continue;
      if (namesOf(NOT_RESTRICTED).has(`${name}.${command}`)) excepted.add(`${name}.${command}`);
      else say(`no restrictive policy for ${command}`);
    }
  }
  for (const index of indexes.filter(({ first }) => first !== 'clinic_id')) {
    if (namesOf(INDEXES_ACROSS).has(`${name}.${index.name}`)) excepted.add(`${name}.${index.name}`);
    else say(`${index.name} does not begin with clinic_id`);
  }
  for (const key of foreignKeys) {
    if (key.first === 'clinic_id' && key.other === 'clinic_id') continue;
    if (namesOf(FOREIGN_KEYS_ACROSS).has(`${name}.${key.name}`)) excepted.add(`${name}.${key.name}`);
    else say(`${key.name} does not begin with clinic_id`);
  }
  if (!indexes.some((index) => index.name === `${name}_pkey`)) say('no primary key');
  return troubles;
}

/** A policy that says nothing about the rows of a command does not cover it. */
function covers({ cmd, using, check }: Policy, code: string): boolean {
  if (cmd !== '*' && cmd !== code) return false;
  const clause = code === 'a' ? (check ?? using) : using;
  return clause !== null && clause !== 'true';
}

/** What a role of the product may do that it should not, in words. */
export async function roleTroubles(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ trouble: string }>(`
    with roles as (select * from pg_roles where rolname in ('throughline_app', 'throughline_finder')),
    ours as (select c.oid, c.relname, c.relkind, c.relacl, n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'bullmq') and c.relkind in ('r', 'p', 'v', 'm', 'f'))
    select rolname || ' is above row-level security' as trouble from roles where rolsuper or rolbypassrls
    union all select rolname || ' may make roles or databases' from roles where rolcreaterole or rolcreatedb
    union all select 'throughline_finder may sign in' from roles where rolname = 'throughline_finder' and rolcanlogin
    union all select r.rolname || ' is a member of another role'
      from pg_auth_members m join roles r on r.oid = m.member
    union all select r.rolname || ' owns ' || c.relname from pg_class c join roles r on r.oid = c.relowner
    union all select 'throughline_app owns ' || p.proname from pg_proc p
      join roles r on r.oid = p.proowner where r.rolname = 'throughline_app'
    union all select rolname || ' may create in ' || nspname from roles, pg_namespace
      where nspname in ('public', 'bullmq') and has_schema_privilege(rolname, nspname, 'create')
    union all select rolname || ' may make temporary tables' from roles
      where has_database_privilege(rolname, current_database(), 'temporary')
    union all select rolname || ' may ' || lower(privilege) || ' ' || relname
      from roles, ours, unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) as privilege
      where has_table_privilege(rolname, ours.oid, privilege)
    union all select 'throughline_finder may ' || lower(privilege) || ' ' || relname
      from ours, unnest(array['INSERT', 'UPDATE', 'DELETE']) as privilege
      where has_table_privilege('throughline_finder', ours.oid, privilege)
    union all select 'throughline_app may ' || lower(privilege) || ' ' || t
      from unnest(array['audit_events', 'audit_seals', 'schema_migrations', 'app_clock']) as t,
        unnest(array['UPDATE', 'DELETE']) as privilege
      where has_table_privilege('throughline_app', 'public.' || t, privilege)
    union all select 'throughline_app may change what was queued for sealing'
      where has_table_privilege('throughline_app', 'public.audit_unsealed', 'UPDATE')
    union all select 'throughline_app may rewrite ' || attname || ' of who broke the glass'
      from pg_attribute where attrelid = 'public.break_glass_accesses'::regclass and attnum > 0
        and attname <> 'ended_at' and has_column_privilege('throughline_app', attrelid, attnum, 'UPDATE')
    union all select 'throughline_app may rewrite ' || attname || ' of a consent'
      from pg_attribute where attrelid = 'public.consents'::regclass and attnum > 0
        and attname <> 'withdrawn_at' and has_column_privilege('throughline_app', attrelid, attnum, 'UPDATE')
    union all select 'throughline_app may rewrite ' || attname || ' of what a mail server said'
      from pg_attribute where attrelid = 'public.delivery_events'::regclass and attnum > 0
        and attname not in ('settled_at', 'settled_by')
        and has_column_privilege('throughline_app', attrelid, attnum, 'UPDATE')
    union all select 'throughline_app may rewrite ' || attname || ' of a stage of a thread'
      from pg_attribute where attrelid = 'public.thread_stages'::regclass and attnum > 0
        and attname <> 'undone_at' and has_column_privilege('throughline_app', attrelid, attnum, 'UPDATE')
    union all select 'throughline_app may ' || lower(privilege) || ' what a client took back'
      from unnest(array['SELECT', 'UPDATE', 'DELETE']) as privilege
      where has_table_privilege('throughline_app', 'public.withdrawn_bodies', privilege)
    union all select 'throughline_app may ' || lower(privilege) || ' ' || t
      from unnest(array['prompt_template_versions', 'plan_template_versions']) as t,
        unnest(array['UPDATE', 'DELETE']) as privilege
      where has_table_privilege('throughline_app', 'public.' || t, privilege)
    union all select 'throughline_app may delete ' || t
      from unnest(array['consents', 'delivery_events', 'clinic_senders', 'prompt_templates', 'plan_templates',
        'threads', 'thread_stages', 'early_signs', 'reflection_marks']) as t
      where has_table_privilege('throughline_app', 'public.' || t, 'DELETE')
    union all select t || ' may be changed or emptied by its owner'
      from unnest(array['audit_events', 'audit_seals']) as t where not exists (
        select 1 from pg_trigger g where g.tgrelid = ('public.' || t)::regclass and g.tgenabled <> 'D'
          and g.tgfoid = 'public.refuse_change'::regproc and g.tgtype & 58 = 58)
    union all select 'public may ' || lower(a.privilege_type) || ' ' || relname
      from ours, aclexplode(relacl) a where a.grantee = 0
    union all select relname || ' is a view, which reads as its owner' from ours
      where relkind in ('v', 'm') and nspname = 'public'`);
  return rows.map(({ trouble }) => trouble);
}

interface Definer {
  name: string;
  owner: string;
  config: string[] | null;
  returns: string;
  out_types: string[];
  for_everybody: boolean;
}

/** What is wrong with the functions that see every clinic, in words. */
export async function definerTroubles(client: Client): Promise<string[]> {
  const { rows } = await client.query<Definer>(`
    select p.proname as name, r.rolname as owner, p.proconfig as config,
      format_type(p.prorettype, null) as returns,
      array(select format_type(t, null) from unnest(p.proallargtypes, p.proargmodes) as a (t, mode)
        where mode in ('t', 'o')) as out_types,
      has_function_privilege('public', p.oid, 'execute') as for_everybody
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`);
  const more = namesOf(MORE_THAN_IDS);
  const named = new Set([...namesOf(WITHIN_CLINIC), ...namesOf(BEFORE_A_CLINIC)]);
  const troubles = rows.flatMap(({ name, owner, config, returns, out_types: types, for_everybody: open }) => {
    const answersIds = returns === 'record' ? types.every((type) => type === 'uuid') : isIdOrFact(returns);
    return [
      ...(owner === 'throughline_finder' ? [] : [`${name} runs as ${owner}`]),
      ...(config?.includes('search_path=pg_catalog, public') ? [] : [`${name} has no pinned search_path`]),
      ...(answersIds === more.has(name) ? [`${name} answers more than ids, or is excepted for nothing`] : []),
      ...(open ? [`everybody may call ${name}`] : []),
      ...(named.has(name) || /^app_|_across_clinics$/.test(name)
        ? []
        : [`${name} does not say that it sees every clinic`]),
    ];
  });
  const known = new Set(rows.map(({ name }) => name));
  const stale = [...named, ...more].filter((name) => !known.has(name));
  return [...troubles, ...stale.map((name) => `the exception for ${name} is not needed`)];
}

function isIdOrFact(type: string): boolean {
  return ['uuid', 'uuid[]', 'boolean'].includes(type);
}

async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select c.relname as name, r.rolname as owner, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      coalesce((select json_agg(json_build_object('name', p.polname, 'permissive', p.polpermissive, 'cmd', p.polcmd,
        'roles', array(select case when o = 0 then 'public' else pg_get_userbyid(o)::text end from unnest(p.polroles) o),
        'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid)))
        from pg_policy p where p.polrelid = c.oid), '[]') as policies,
      coalesce((select json_agg(json_build_object('name', i.indexrelid::regclass::text, 'first', a.attname))
        from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid), '[]') as indexes,
      coalesce((select json_agg(json_build_object('name', k.conname, 'first', a.attname, 'other', b.attname))
        from pg_constraint k
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
        join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
        where k.conrelid = c.oid and k.contype = 'f'), '[]') as foreign_keys
    from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
  return rows;
}

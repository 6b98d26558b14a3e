import type { Client } from 'pg';
import type { Actor } from '@app/platform/actor.js';
import { settingsOf } from '@app/platform/database/actor-settings.js';
import type { ActorName, PolicyWorld } from './policy-world.js';

type Who = readonly ActorName[];

interface Expectation {
  /** Who sees the rows of the client, or of the clinic. Everybody else sees none. */
  see: Who;
  /** Who may write such a row. Everybody else is refused. */
  add: Who;
}

const CARE: Who = ['reads the words', 'supervises', 'sits in the body seat', 'is the client'];
const CONTACT: Who = [...CARE, 'coordinates', 'administers', 'is the product'];
const WORDS: Who = ['reads the words', 'supervises', 'is the client'];
const CLINIC: Who = [...CONTACT, 'is off the care team', 'is on no care team', 'is another client'];

const contact = { see: CONTACT, add: CONTACT };
const words = { see: WORDS, add: [...WORDS, 'is the product'] } as const;
const clinic = { see: CLINIC, add: CLINIC };

/** Every table of a clinic. One that is missing here turns the test red. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  appointments: contact,
  audit_events: { see: ['administers'], add: CLINIC },
  care_team_members: contact,
  client_keys: { see: [...WORDS, 'is the product'], add: CONTACT },
  // A practitioner adds a client first and joins its care team in the next statement.
  clients: { see: CONTACT, add: CLINIC },
  clinic_keys: clinic,
  clinics: clinic,
  closing_notes: words,
  drafts: { see: ['is the client'], add: ['is the client'] },
  idempotency_keys: clinic,
  integration_plans: contact,
  ketamine_sessions: contact,
  locations: clinic,
  mailings: contact,
  plan_steps: contact,
  prompt_questions: words,
  prompts: contact,
  readings: words,
  reflections: words,
  safety_flags: contact,
  safety_notices: contact,
  series: contact,
  staff_members: clinic,
};

/** Where the table's rows are the client's by `client_id`, `id`, or the clinic's. */
function owned(table: string, columns: ReadonlySet<string>): string {
  if (table === 'clients') return 'id = $1';
  return columns.has('client_id') ? 'client_id = $1' : 'clinic_id = $1';
}

/** What the policies of one table let through or keep back against the expectation, in words. */
export async function policyTroubles(
  { admin, app }: { admin: Client; app: Client },
  world: PolicyWorld,
  table: string,
): Promise<string[]> {
  const columns = await columnsOf(admin, table);
  const where = owned(table, columns);
  const owner = where.startsWith('clinic_id') ? world.clinicId : world.clientId;
  const { rows } = await admin.query<{ row: object }>(
    `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
    [owner],
  );
  const sample = JSON.stringify(rows[0]!.row);
  const expected = EXPECTATIONS[table]!;
  const troubles: string[] = [];
  for (const [name, actor] of Object.entries(world.actors) as [ActorName, Actor | null][]) {
    const attempt = (sql: string, ...params: unknown[]) => as(app, actor, sql, params);
    const sees = await attempt(`select 1 from ${table} where ${where}`, owner);
    if (sees.rows > 0 !== expected.see.includes(name))
      troubles.push(`who ${name} sees ${sees.rows} of ${table}`);
    // The policy speaks before the key does: who may add the row is told that it is there.
    const adds = await attempt(
      `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
      sample,
    );
    const mayAdd = adds.code !== '42501';
    if (mayAdd !== expected.add.includes(name))
      troubles.push(`who ${name} ${mayAdd ? 'may' : 'may not'} add to ${table}`);
    const everything = await attempt(`select 1 from ${table} where not (${where})`, owner);
    const others = actor && everything.rows > 0 && (await strangers(app, actor, table));
    if (others) troubles.push(`who ${name} sees another clinic in ${table}`);
    const visible = (await attempt(`select 1 from ${table}`)).rows;
    // Without a condition: PostgreSQL then asks the policies of the command alone, not those of reading too.
    for (const change of [
      `update ${table} set clinic_id = '${actor?.clinicId ?? world.clinicId}'`,
      `delete from ${table}`,
    ]) {
      const { code, rows: changed } = await attempt(change);
      // 23503: it reached rows, and other rows hold on to them.
      if (changed > visible || (code === '23503' && visible === 0))
        troubles.push(`who ${name} may: ${change}`);
    }
    if (!expected.see.includes(name)) continue;
    const moved = await attempt(
      `update ${table} set clinic_id = '${world.otherClinicId}' where ${where}`,
      owner,
    );
    if (moved.code !== '42501') troubles.push(`who ${name} may move ${table} to another clinic`);
  }
  return troubles;
}

/** What the functions across clinics fail to find, in words. */
export async function finderTroubles(app: Client, world: PolicyWorld): Promise<string[]> {
  const finders: [string, unknown[], number][] = [
    ['find_due_mailings_across_clinics(5)', [], 3],
    ['find_clients_with_live_plans_across_clinics()', [], 3],
    ['find_due_safety_notices_across_clinics()', [], 3],
    ['find_sign_in($1)', [world.signInHash], 1],
    ['find_staff_memberships($1)', [world.accountId], 1],
  ];
  const troubles: string[] = [];
  for (const [finder, params, wanted] of finders) {
    const { rows } = await app.query(`select * from ${finder}`, params);
    if (rows.length !== wanted) troubles.push(`${finder} finds ${rows.length} instead of ${wanted}`);
  }
  return troubles;
}

/** Does this actor see a row of a clinic that is not theirs? */
async function strangers(app: Client, actor: Actor, table: string): Promise<boolean> {
  return (await as(app, actor, `select 1 from ${table} where clinic_id <> $1`, [actor.clinicId])).rows > 0;
}

async function columnsOf(admin: Client, table: string): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1',
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Runs one statement as this actor and takes it back. Gives the rows it reached, or the code of the refusal. */
async function as(
  app: Client,
  actor: Actor | null,
  sql: string,
  params: readonly unknown[],
): Promise<{ rows: number; code?: string }> {
  await app.query(`start transaction; ${actor ? `select ${settingsOf(actor)}` : 'select 1'}`);
  try {
    return { rows: (await app.query(sql, [...params])).rowCount ?? 0 };
  } catch (error) {
    return { rows: 0, code: (error as { code: string }).code };
  } finally {
    await app.query('rollback');
  }
}

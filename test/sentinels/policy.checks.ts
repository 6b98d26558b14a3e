import type { Client } from 'pg';
import type { Actor } from '@app/platform/actor.js';
import { attemptAs, nothingAttempted, type Reached } from './policy.attempts.js';
import { EXPECTATIONS } from './policy.expectations.js';
import type { ActorName, PolicyWorld } from './policy-world.js';

/** Where the table's rows are the client's by `client_id`, `id`, or the clinic's. */
function owned(table: string, columns: ReadonlySet<string>): string {
  if (table === 'clients') return 'id = $1';
  return columns.has('client_id') ? 'client_id = $1' : 'clinic_id = $1';
}

/** A table, which of its rows these are, and one of them as it is and as another clinic's. */
interface Tried {
  app: Client;
  table: string;
  where: string;
  owner: string;
  sample: string;
  elsewhere: string;
  clinicId: string;
  otherClinicId: string;
}

/** What the policies of one table let through or keep back against the expectation, in words, one after the other. */
export async function* policyTroubles(
  { admin, app }: { admin: Client; app: Client },
  world: PolicyWorld,
  table: string,
): AsyncGenerator<string> {
  const columns = await columnsOf(admin, table);
  const where = owned(table, columns);
  const owner = where.startsWith('clinic_id') ? world.clinicId : world.clientId;
  const { rows } = await admin.query<{ row: object }>(
    `select to_jsonb(t) as row from ${table} t where ${where} limit 1`,
    [owner],
  );
  const { clinicId, otherClinicId } = world;
  const sample = JSON.stringify(rows[0]!.row);
  const elsewhere = JSON.stringify({ ...rows[0]!.row, clinic_id: otherClinicId });
  const tried = { app, table, where, owner, sample, elsewhere, clinicId, otherClinicId };
  try {
    for (const [name, actor] of Object.entries(world.actors) as [ActorName, Actor | null][])
      yield* troublesOf(tried, name, actor);
  } finally {
    await nothingAttempted(app);
  }
}

async function* troublesOf(
  { app, table, where, owner, sample, elsewhere, clinicId, otherClinicId }: Tried,
  name: ActorName,
  actor: Actor | null,
): AsyncGenerator<string> {
  const expected = EXPECTATIONS[table]!;
  const attempt = (sql: string, ...params: unknown[]): Promise<Reached> => attemptAs(app, actor, sql, params);
  const sees = await attempt(`select 1 from ${table} where ${where}`, owner);
  if (sees.rows > 0 !== expected.see.includes(name)) yield `who ${name} sees ${sees.rows} of ${table}`;
  // The policy speaks before the key does: who may add the row is told that it is there.
  const addition = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
  const mayAdd = (await attempt(addition, sample)).code !== '42501';
  if (mayAdd !== expected.add.includes(name))
    yield `who ${name} ${mayAdd ? 'may' : 'may not'} add to ${table}`;
  if (mayAdd && (await attempt(addition, elsewhere)).code !== '42501')
    yield `who ${name} may add to ${table} of another clinic`;
  const everything = await attempt(`select 1 from ${table} where not (${where})`, owner);
  const others = actor && everything.rows > 0 && (await strangers(app, actor, table));
  if (others) yield `who ${name} sees another clinic in ${table}`;
  const ownClinic = `clinic_id = '${actor?.clinicId ?? clinicId}'`;
  const visible = (await attempt(`select 1 from ${table}`)).rows;
  // Without a condition: PostgreSQL then asks the policies of the command alone, not those of reading too.
  for (const [change, who] of [
    [`update ${table} set ${expected.changing ?? ownClinic}`, expected.change],
    [`delete from ${table}`, expected.remove],
  ] as const) {
    const { code, rows: changed } = await attempt(change);
    // 23503: it reached rows, and other rows hold on to them.
    if (changed > visible || (code === '23503' && visible === 0)) yield `who ${name} may: ${change}`;
    const may = changed > 0 || code === '23503';
    if (who && may !== who.includes(name)) yield `who ${name} ${may ? 'may' : 'may not'}: ${change}`;
  }
  if (!expected.see.includes(name)) return;
  const moved = await attempt(`update ${table} set clinic_id = '${otherClinicId}' where ${where}`, owner);
  if (moved.rows > 0 || (moved.code && moved.code !== '42501'))
    yield `who ${name} may move ${table} to another clinic`;
}

/** Does this actor see a row of a clinic that is not theirs? */
async function strangers(app: Client, actor: Actor, table: string): Promise<boolean> {
  return (
    (await attemptAs(app, actor, `select 1 from ${table} where clinic_id <> $1`, [actor.clinicId])).rows > 0
  );
}

async function columnsOf(admin: Client, table: string): Promise<Set<string>> {
  const { rows } = await admin.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1',
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

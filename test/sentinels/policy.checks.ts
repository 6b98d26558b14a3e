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
  /** Who reaches any row to change it, or to remove it; looked at where it is not who sees them. */
  change?: Who;
  remove?: Who | undefined;
  /** What is changed; the clinic, to what it is, when absent. */
  changing?: string;
}

const READERS: Who = ['reads the words', 'supervises', 'covers a colleague', 'broke the glass'];
const WORDS: Who = [...READERS, 'is the client'];
const BODY: Who = ['sits in the body seat', 'covers the body seat'];
const CARE: Who = [...WORDS, ...BODY];
const DESK: Who = ['coordinates', 'coordinates from the words seat', 'administers', 'is the product'];
const CONTACT: Who = [...CARE, ...DESK];
/** Who gives seats: not who has the client in reach for a while only. */
const SEATED: Who = ['reads the words', 'supervises', 'sits in the body seat', ...DESK];
const NEXT_DOOR: Who = ['practises next door', 'administers next door', 'is the product next door'];
const CLINIC: Who = [
  ...CONTACT,
  'is off the care team',
  'is on no care team',
  'covered until yesterday',
  'covers from tomorrow',
  'was to cover',
  'broke it an hour ago',
  'broke it and closed it',
  'is another client',
];
/** Everybody of the clinic but clients whom the row does not concern. */
const NOT_ANOTHER_CLIENT = CLINIC.filter((name) => name !== 'is another client');
const NO_CLIENT = NOT_ANOTHER_CLIENT.filter((name) => name !== 'is the client');
const STAFF_CONTACT = CONTACT.filter((name) => name !== 'is the client');
const LIBRARIANS = NO_CLIENT.filter(
  (name) => !['coordinates', 'coordinates from the words seat', 'is the product'].includes(name),
);
const OFFICE: Who = ['administers', 'is the product'];
const ANY_OFFICE: Who = [...OFFICE, 'administers next door', 'is the product next door'];
/** Who takes seats away, of any client of theirs. */
const RESEATING: Who = ['reads the words', 'is off the care team', ...OFFICE, ...NEXT_DOOR];
const BROKE_THE_GLASS: Who = ['broke the glass', 'broke it an hour ago', 'broke it and closed it'];

const contact = { see: CONTACT, add: CONTACT };
const words = { see: WORDS, add: [...WORDS, 'is the product'] } as const;
const settings = { see: CLINIC, add: OFFICE, change: ANY_OFFICE, remove: ANY_OFFICE };
/** What one practitioner made, theirs alone to change: in each world somebody made some. */
const AUTHORS: Who = ['reads the words', 'is off the care team', 'practises next door'];
const mine = { add: ['reads the words'], change: AUTHORS, remove: AUTHORS } as const;
const library = {
  see: NO_CLIENT,
  add: LIBRARIANS,
  change: [...LIBRARIANS, 'practises next door', 'administers next door'],
} as const;

/** Every table of a clinic. One that is missing here turns the test red. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  absences: {
    see: NOT_ANOTHER_CLIENT,
    // The sample is who reads the words away.
    add: ['reads the words', 'coordinates from the words seat', ...OFFICE],
    change: [
      'reads the words',
      'sits in the body seat',
      'coordinates from the words seat',
      ...OFFICE,
      ...NEXT_DOOR,
    ],
  },
  appointments: contact,
  audit_events: { see: OFFICE, add: CLINIC },
  audit_seals: { see: OFFICE, add: ['is the product'] },
  audit_unsealed: { see: OFFICE, add: CLINIC, remove: ['is the product', 'is the product next door'] },
  break_glass_accesses: {
    see: [...CARE, ...BROKE_THE_GLASS, ...OFFICE],
    add: ['broke the glass'],
    // Whose it is, and the office; what has ended has ended.
    changing: 'ended_at = app_now()',
    change: ['broke the glass', 'broke it an hour ago', ...ANY_OFFICE],
    remove: [],
  },
  bring_lists: { ...mine, see: ['reads the words'] },
  care_team_members: { see: CONTACT, add: SEATED, change: RESEATING, remove: RESEATING },
  client_keys: { see: [...WORDS, 'is the product'], add: CONTACT },
  // A practitioner adds a client first and joins its care team in the next statement.
  clients: { see: CONTACT, add: CLINIC },
  clinic_keys: { see: CLINIC, add: ['is the product'] },
  clinic_senders: { ...settings, see: NO_CLIENT, remove: undefined },
  clinics: { ...settings, remove: undefined },
  closing_notes: { see: READERS, add: [...READERS, 'is the product'] },
  // The sample is a yes by link.
  consents: { see: CONTACT, add: ['is the client'] },
  crisis_contacts: settings,
  delivery_events: { see: STAFF_CONTACT, add: STAFF_CONTACT },
  drafts: { see: ['is the client'], add: ['is the client'] },
  early_signs: { see: [...WORDS, 'is the product'], add: ['reads the words'] },
  idempotency_keys: { see: NO_CLIENT, add: NO_CLIENT },
  integration_plans: contact,
  invitations: { see: OFFICE, add: OFFICE },
  ketamine_sessions: contact,
  locations: { ...settings, remove: undefined },
  mailings: contact,
  // The sample was defined by who administers.
  measure_definitions: { see: CLINIC, add: ['administers'], change: ANY_OFFICE },
  measure_results: {
    see: [...CARE, 'is the product'],
    add: [...CARE, 'is the product'],
    // Whoever takes back what they sent.
    remove: ['is the client', 'is another client', 'is a client next door'],
  },
  plan_steps: contact,
  // The sample is published by who reads the words.
  plan_template_versions: { see: NO_CLIENT, add: ['reads the words'] },
  plan_templates: library,
  process_notes: { ...mine, see: ['reads the words'] },
  prompt_questions: words,
  // What is asked is read as well where a client changes their pace.
  prompt_template_versions: { see: CLINIC, add: ['reads the words'] },
  prompt_templates: library,
  prompts: contact,
  readings: words,
  reflection_marks: { ...mine, see: READERS, remove: undefined },
  // The client's alone to say.
  reflection_wishes: {
    see: WORDS,
    add: ['is the client'],
    change: ['is the client', 'is another client', 'is a client next door'],
  },
  reflections: words,
  reply_unlocks: { see: ['is the client'], add: ['is the client'] },
  rosters: { ...settings, see: NO_CLIENT },
  // A client's own act raises a flag, and says so.
  safety_events: { see: NO_CLIENT, add: CLINIC },
  // Whoever is on the roster of its lane sees it too, on no care team, and may say what comes of it.
  safety_flags: { see: [...CONTACT, 'is on no care team'], add: [...CONTACT, 'is on no care team'] },
  safety_notices: contact,
  // The sample was made by who reads the words.
  safety_plans: { see: [...CARE, 'is the product'], add: ['reads the words'] },
  safety_webhooks: { see: OFFICE, add: OFFICE, change: ANY_OFFICE, remove: ANY_OFFICE },
  series: contact,
  // Others may do one thing with their own row: leave.
  staff_members: { ...settings, remove: undefined },
  // The sample was written down on a call.
  thread_checks: { ...mine, see: WORDS },
  thread_stages: { ...mine, see: WORDS, remove: undefined },
  // The sample is shared, and made by who reads the words.
  threads: { see: [...WORDS, 'is the product'], add: ['reads the words'] },
  // Put away, and read by nobody.
  withdrawn_bodies: { see: [], add: ['is the client'] },
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
  const elsewhere = JSON.stringify({ ...rows[0]!.row, clinic_id: world.otherClinicId });
  const expected = EXPECTATIONS[table]!;
  const troubles: string[] = [];
  for (const [name, actor] of Object.entries(world.actors) as [ActorName, Actor | null][]) {
    const attempt = (sql: string, ...params: unknown[]) => as(app, actor, sql, params);
    const sees = await attempt(`select 1 from ${table} where ${where}`, owner);
    if (sees.rows > 0 !== expected.see.includes(name))
      troubles.push(`who ${name} sees ${sees.rows} of ${table}`);
    // The policy speaks before the key does: who may add the row is told that it is there.
    const addition = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`;
    const mayAdd = (await attempt(addition, sample)).code !== '42501';
    if (mayAdd !== expected.add.includes(name))
      troubles.push(`who ${name} ${mayAdd ? 'may' : 'may not'} add to ${table}`);
    if (mayAdd && (await attempt(addition, elsewhere)).code !== '42501')
      troubles.push(`who ${name} may add to ${table} of another clinic`);
    const everything = await attempt(`select 1 from ${table} where not (${where})`, owner);
    const others = actor && everything.rows > 0 && (await strangers(app, actor, table));
    if (others) troubles.push(`who ${name} sees another clinic in ${table}`);
    const ownClinic = `clinic_id = '${actor?.clinicId ?? world.clinicId}'`;
    const visible = (await attempt(`select 1 from ${table}`)).rows;
    // Without a condition: PostgreSQL then asks the policies of the command alone, not those of reading too.
    for (const [change, who] of [
      [`update ${table} set ${expected.changing ?? ownClinic}`, expected.change],
      [`delete from ${table}`, expected.remove],
    ] as const) {
      const { code, rows: changed } = await attempt(change);
      // 23503: it reached rows, and other rows hold on to them.
      if (changed > visible || (code === '23503' && visible === 0))
        troubles.push(`who ${name} may: ${change}`);
      const may = changed > 0 || code === '23503';
      if (who && may !== who.includes(name))
        troubles.push(`who ${name} ${may ? 'may' : 'may not'}: ${change}`);
    }
    if (!expected.see.includes(name)) continue;
    const moved = await attempt(
      `update ${table} set clinic_id = '${world.otherClinicId}' where ${where}`,
      owner,
    );
    if (moved.rows > 0 || (moved.code && moved.code !== '42501'))
      troubles.push(`who ${name} may move ${table} to another clinic`);
  }
  return troubles;
}

/** What the functions across clinics fail to find, in words. */
export async function finderTroubles(app: Client, world: PolicyWorld): Promise<string[]> {
  const finders: [string, unknown[], number][] = [
    ['find_due_mailings_across_clinics(5)', [], 3],
    ['find_clients_with_live_plans_across_clinics()', [], 3],
    ['find_due_safety_notices_across_clinics()', [], 3],
    ['find_overdue_flags_across_clinics()', [], 3],
    ['find_sign_in($1)', [world.signInHash], 1],
    ['find_sign_in($1)', [world.pendingSignInHash], 0],
    ['find_pending_sign_in($1)', [world.pendingSignInHash], 1],
    ['find_pending_sign_in($1)', [world.signInHash], 0],
    ['find_clinics_with_unsealed_audit_across_clinics()', [], 2],
    ['find_clinics_across_clinics()', [], 2],
    ['find_watch_figures_across_clinics() where unsealed_events = 2', [], 1],
    ['find_staff_memberships($1)', [world.accountId], 1],
    // Of the clinic whose address it is; none next door, where it is another.
    ['find_clinic_by_slug_across_clinics($1) as id where id = $2', [world.slug, world.clinicId], 1],
    ['find_due_digests_across_clinics()', [], world.digests],
  ];
  const troubles: string[] = [];
  for (const [finder, params, wanted] of finders) {
    const { rows } = await app.query(`select * from ${finder}`, params);
    if (rows.length !== wanted) troubles.push(`${finder} finds ${rows.length} instead of ${wanted}`);
  }
  return [...troubles, ...(await reachTroubles(app, world))];
}

/** What the functions that ask beyond one's own rows answer wrongly within the clinic, in words. */
async function reachTroubles(app: Client, { clientId, readerId, actors }: PolicyWorld): Promise<string[]> {
  const reaches: [ActorName, asked: string, params: unknown[], wanted: number][] = [
    ['covers a colleague', 'app_word_clients() @> array[$1::uuid]', [clientId], 1],
    ['broke the glass', 'app_word_clients() @> array[$1::uuid]', [clientId], 1],
    ['is on no care team', 'app_client_exists($1)', [clientId], 1],
    ['coordinates', 'app_client_exists($1)', [clientId], 0],
    ['practises next door', 'app_client_exists($1)', [clientId], 0],
    ['is on no care team', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 1],
    ['practises next door', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 0],
    ['administers', 'app_colleagues_on_care_team($1) @> array[$2::uuid]', [clientId, readerId], 0],
    ['is on no care team', NAMES, [clientId], 1],
    ['administers', NAMES, [clientId], 0],
    ['practises next door', NAMES, [clientId], 0],
    ['is the client', NAMES, [clientId], 0],
    // Of both clients of the clinic, the flag that is open.
    ['is on no care team', 'cardinality(app_duty_flags()) = 2', [], 1],
    ['is on no care team', FLAGS_SEEN, [2], 1],
    ['reads the words', FLAGS_SEEN, [3], 1],
    ['coordinates', FLAGS_SEEN, [2], 1],
    ['coordinates', CALL_BACK, [clientId], 1],
    ['is on no care team', CALL_BACK, [clientId], 0],
    ['administers next door', CALL_BACK, [clientId], 0],
    ['is the client', CALL_BACK, [clientId], 0],
    // Away, with somebody who stands in.
    ['is the client', RESPONDER, [readerId], 1],
    ['is a client next door', RESPONDER, [readerId], 0],
    ['reads the words', 'app_has_safety_webhook()', [], 1],
    ['is nobody', 'app_has_safety_webhook()', [], 0],
  ];
  const troubles: string[] = [];
  for (const [name, asked, params, wanted] of reaches) {
    const { rows } = await as(app, actors[name], `select 1 where ${asked}`, params);
    if (rows !== wanted) troubles.push(`who ${name} asks ${asked}: ${rows} instead of ${wanted}`);
  }
  return troubles;
}

const FLAGS_SEEN = '(select count(*) from safety_flags) = $1';
const CALL_BACK = 'exists (select 1 from find_call_backs() f where f.client_id = $1)';
const RESPONDER = `exists (select 1 from app_roster_of('psychological') r
  where r.responder_id = $1 and r.responder_now <> r.responder_id)`;
const NAMES = 'exists (select 1 from find_clients_for_break_glass() f where f.client_id = $1)';

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

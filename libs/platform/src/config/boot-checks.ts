import type { Database } from '../database/database.js';
import { knownMigrations } from '../database/prepare-database.js';
import type { Queues } from '../queues/queues.js';
import type { Config } from './config.js';
import { unsafeSettings } from './unsafe-settings.js';

/** Refuses a boot that would be unsafe. Errors name what is wrong, never a value. */
export async function checkBoot(config: Config, db: Database): Promise<void> {
  const wrong = [...(await pendingMigrations(db))];
  if (config.NODE_ENV === 'production') {
    wrong.push(...unsafeSettings(config), ...(await unsafeDatabase(db)));
  }
  if (wrong.length > 0) throw new Error(`Not starting: ${wrong.join('; ')}.`);
}

/** Refuses, in production, a Redis that drops keys when its memory is full: jobs would vanish unseen. */
export async function checkQueue(config: Config, queues: Queues): Promise<void> {
  if (config.NODE_ENV !== 'production') return;
  const policy = await queues.evictionPolicy();
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Error('Not starting: the Redis of QUEUE_URL is not set to noeviction.');
  }
}

/** Names of migrations that the code knows and the database has not run. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const rows = await db.acrossClinics<{ name: string }>('select name from schema_migrations');
  const done = new Set(rows.map((row) => row.name));
  return knownMigrations()
    .filter((name) => !done.has(name))
    .map((name) => `migration ${name} is pending`);
}

/** Of the role itself, and of every role it may become. */
async function unsafeDatabase(db: Database): Promise<string[]> {
  const [role] = await db.acrossClinics<{ super: boolean; bypass: boolean; owns: boolean; clock: boolean }>(
    `select bool_or(r.rolsuper) as super, bool_or(r.rolbypassrls) as bypass,
       bool_or(exists (select 1 from pg_class c
         where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)) as owns,
       exists (select 1 from app_clock) as clock
     from pg_roles r where pg_has_role(current_user, r.oid, 'member')`,
  );
  const wrong: string[] = [];
  if (role?.super || role?.bypass) wrong.push('DATABASE_URL names a role above row-level security');
  if (role?.owns) wrong.push('DATABASE_URL names a role that owns tables');
  if (role?.clock) wrong.push('the test clock is set');
  return wrong;
}

import type { Client } from 'pg';

/**
 * Has the database keep every row that is ever written, of the product and of the queue, also those that are
 * changed or removed again: a word that stood in the open for a second has stood in the open.
 */
export async function recordRows(admin: Client): Promise<void> {
  await admin.query(`
    create schema sentinel;
    create table sentinel.rows (of_table text, row text);
    create function sentinel.keep() returns trigger language plpgsql security definer as $$
      begin
        insert into sentinel.rows values (tg_table_schema || '.' || tg_table_name, to_jsonb(new)::text);
        return new;
      end $$`);
  const { rows } = await admin.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname in ('public', 'bullmq')`,
  );
  for (const { table } of rows) {
    await admin.query(
      `create trigger sentinel after insert or update on ${table} for each row execute function sentinel.keep()`,
    );
  }
}

/** Every row that was written since, and every row that stands now, as text, by table. */
export async function recordedRows(admin: Client): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  const add = (table: string, row: string) =>
    (kept[`table ${table}`] = `${kept[`table ${table}`] ?? ''}${row}\n`);
  const { rows } = await admin.query<{ of_table: string; row: string }>(
    'select of_table, row from sentinel.rows',
  );
  for (const { of_table: table, row } of rows) add(table, row);
  const tables = await admin.query<{ schema: string; name: string }>(
    `select schemaname as schema, tablename as name from pg_tables where schemaname in ('public', 'bullmq')`,
  );
  for (const { schema, name } of tables.rows) {
    const now = await admin.query<{ row: string }>(
      `select to_jsonb(t)::text as row from ${schema}.${name} t`,
    );
    for (const { row } of now.rows) add(`${schema}.${name}`, row);
  }
  return kept;
}

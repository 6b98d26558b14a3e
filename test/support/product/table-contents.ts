import { createHash } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { TestDatabase } from '../database.js';

/** Every row of every table, as text and sorted, by the table's name. */
export async function tableContents(
  { adminUrl }: TestDatabase,
  { schemas = ['public'] }: { schemas?: readonly string[] } = {},
): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_schema = any($1) and table_type = 'BASE TABLE' order by 1, 2`,
      [schemas],
    );
    const contents = new Map<string, string[]>();
    for (const { schema, name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select t::text as row from ${escapeIdentifier(schema)}.${escapeIdentifier(name)} t order by 1`,
      );
      contents.set(
        `${schema}.${name}`,
        rows.map(({ row }) => row),
      );
    }
    return contents;
  } finally {
    await client.end();
  }
}

/** Written by the worker in its own time, for what was audited before. */
const SEALING = ['public.audit_seals', 'public.audit_unsealed'];

/** One line a table: how many rows, and a hash over all of them. The seals of the audit are left out. */
export function fingerprint(contents: Map<string, string[]>): Record<string, string> {
  const lasting = [...contents].filter(([table]) => !SEALING.includes(table));
  return Object.fromEntries(
    lasting.map(([table, rows]) => {
      const hash = createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16);
      return [table, `${rows.length} rows, ${hash}`];
    }),
  );
}

/** The tables in which this text stands, readable or as plain bytes. */
export function tablesHolding(contents: Map<string, string[]>, text: string): string[] {
  const bytes = Buffer.from(text).toString('hex');
  return [...contents]
    .filter(([, rows]) => rows.some((row) => row.includes(text) || row.includes(bytes)))
    .map(([table]) => table);
}

import type { Client } from 'pg';

/** One row, with nothing in between that could know better. */
export async function insert(admin: Client, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await admin.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

import type { Database } from './database.js';

/** Rows one statement deletes: few enough that nobody waits long for its locks. */
const BATCH = 1_000;
/** Batches of one run; what is left waits for the next. */
const MOST_BATCHES = 200;

/**
 * Deletes rows of an account-level table, a batch at a time. `table`, `key` and `where` stand in the statement:
 * they are written in code, never made of anything that came from outside. Gives how many rows went.
 */
export async function deleteInBatches(
  db: Database,
  { table, key, where }: { table: string; key: string; where: string },
): Promise<number> {
  let deleted = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const rows = await db.acrossClinics<object>(
      `with gone as (
         delete from ${table} where ${key} in (select ${key} from ${table} where ${where} limit ${BATCH})
         returning 1)
       select 1 from gone`,
    );
    deleted += rows.length;
    if (rows.length < BATCH) break;
  }
  return deleted;
}

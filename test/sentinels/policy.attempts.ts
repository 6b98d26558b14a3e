import { type Client, escapeLiteral, type QueryResult } from 'pg';
import type { Actor } from '@app/platform/actor.js';
import { settingsOf } from '@app/platform/database/actor-settings.js';

/** What became of a statement: the rows it reached, or the code of the refusal. */
export interface Reached {
  rows: number;
  code?: string;
}

/**
 * Runs one statement as this actor, in a transaction of its own that never lasts: the next attempt takes it back,
 * and `nothingAttempted` the last one. In one round trip, for there are very many of them.
 */
export async function attemptAs(
  app: Client,
  actor: Actor | null,
  sql: string,
  params: readonly unknown[],
): Promise<Reached> {
  const statement = sql.replace(/\$(\d)/g, (_, nth: string) =>
    escapeLiteral(String(params[Number(nth) - 1])),
  );
  const begin = `rollback; start transaction; ${actor ? `select ${settingsOf(actor)}` : 'select 1'}`;
  try {
    const results = (await app.query(`${begin}; ${statement}`)) as unknown as QueryResult[];
    return { rows: results.at(-1)!.rowCount ?? 0 };
  } catch (error) {
    return { rows: 0, code: (error as { code: string }).code };
  }
}

/** Takes the last attempt back: nobody waits for it. */
export async function nothingAttempted(app: Client): Promise<void> {
  await app.query('rollback');
}

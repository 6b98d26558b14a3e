import type { Client } from 'pg';
import type { Town } from './towns.js';

/** The next prompt that asks something, one of each client. */
export async function nextPrompts(admin: Client, towns: readonly Town[]): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>(
    `select distinct on (client_id) id from prompts
     where client_id = any ($1) and status = 'scheduled' order by client_id, send_at`,
    [towns.flatMap(({ clientIds }) => clientIds)],
  );
  return rows.map(({ id }) => id);
}

/** Puts these prompts back to where their first mailing is due now, whatever became of it before. */
export async function makeDue(admin: Client, promptIds: readonly string[]): Promise<void> {
  const first = "prompt_id = any ($1) and kind = 'first'";
  await admin.query('begin');
  await admin.query(
    `delete from link_directory where mailing_id in (select id from mailings where ${first})`,
    [promptIds],
  );
  await admin.query("delete from mailings where prompt_id = any ($1) and kind <> 'first'", [promptIds]);
  await admin.query('delete from prompt_questions where prompt_id = any ($1)', [promptIds]);
  await admin.query(
    `update prompts set status = 'scheduled', sent_at = null, closes_at = null,
       send_at = app_now() - interval '1 minute', send_until = app_now() + interval '6 hours',
       limit_at = app_now() + interval '8 hours'
     where id = any ($1)`,
    [promptIds],
  );
  await admin.query(
    `update mailings set status = 'scheduled', fence = null, lease_until = null, attempts = 0, sent_on = null,
       sent_at = null, send_at = app_now() - interval '1 minute', send_until = app_now() + interval '6 hours'
     where ${first}`,
    [promptIds],
  );
  await admin.query('commit');
}

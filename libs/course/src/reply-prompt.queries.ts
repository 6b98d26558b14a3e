import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import { type ReplyState, replyState } from './reply-page.js';

/** Client `c` has stopped or is in care no more: none of their links takes an answer, whatever its prompt says. */
export const HAS_ENDED = "(c.stopped_at is not null or c.status not in ('active', 'on_hold'))";

/** Where the prompt stands, locked until the transaction ends: of two sends at once the second finds the first. */
export async function lockPrompt(tx: Tx, promptId: string): Promise<ReplyState> {
  const [row] = await tx.query<{ status: PromptStatus; closes_at: Date | null; has_ended: boolean }>(
    `select p.status, p.closes_at, ${HAS_ENDED} as has_ended from prompts p
     join clients c on c.clinic_id = p.clinic_id and c.id = p.client_id
     where p.clinic_id = $1 and p.id = $2 for update of p`,
    [tx.actor.clinicId, promptId],
  );
  if (!row) throw new NotFound('prompt');
  if (row.has_ended) return 'ended';
  return replyState(row.status, row.closes_at && toInstant(row.closes_at), tx.now);
}

/** Closes a prompt by its client. */
export async function closePrompt(tx: Tx, promptId: string, status: 'answered' | 'skipped'): Promise<void> {
  await tx.query(
    `update prompts set status = $3, closed_at = app_now(), version = version + 1
     where clinic_id = $1 and id = $2 and status in ('scheduled', 'sent')`,
    [tx.actor.clinicId, promptId, status],
  );
}

/** Moves a snoozed mailing that has not left. False when there is none. */
export async function moveSnoozed(
  tx: Tx,
  promptId: string,
  { sendAt, sendUntil }: { sendAt: Temporal.Instant; sendUntil: Temporal.Instant },
): Promise<boolean> {
  const moved = await tx.query<{ id: string }>(
    `with moved as (
       update mailings set send_at = $3, send_until = $4
       where clinic_id = $1 and prompt_id = $2 and kind = 'snoozed' and status = 'scheduled' returning id)
     select id from moved`,
    [tx.actor.clinicId, promptId, sendAt.toString(), sendUntil.toString()],
  );
  return moved.length > 0;
}

/** Takes back a nudge that has not left. */
export async function withdrawNudge(tx: Tx, promptId: string): Promise<void> {
  await tx.query(
    `update mailings set status = 'withdrawn'
     where clinic_id = $1 and prompt_id = $2 and kind = 'nudge' and status = 'scheduled'`,
    [tx.actor.clinicId, promptId],
  );
}

/** Two sends at once come one after the other. True while the client is in care. */
export async function lockClient(tx: Tx, clientId: string): Promise<boolean> {
  const [row] = await tx.query<{ in_care: boolean }>(
    `select status in ('active', 'on_hold') as in_care from clients
     where clinic_id = $1 and id = $2 for no key update`,
    [tx.actor.clinicId, clientId],
  );
  return row?.in_care ?? false;
}

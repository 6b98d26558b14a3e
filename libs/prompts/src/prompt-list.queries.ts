import type { Tx } from '@app/platform/database/database.js';
import type { MailingStatus } from './mailing.types.js';
import type { PromptStatus, Reason } from './prompt-schedule.types.js';

/** A prompt as it is listed: outside the care team row-level security leaves the question away. */
export interface ListedPrompt {
  id: string;
  version: number;
  client_id: string;
  status: PromptStatus;
  held: boolean;
  template_code: string;
  template_version: number;
  send_at: Date;
  local_time: string;
  time_zone: string;
  reasons: Reason[];
  sent_at: Date | null;
  closed_at: Date | null;
  delivery_status: MailingStatus | null;
  delivery_at: Date | null;
  question_sealed: Buffer | null;
}

interface Filter {
  clientId?: string;
  promptId?: string;
  after?: string | undefined;
  limit: number;
}

/** Prompts by the time they are sent at, then id; one more than `limit`, so that the caller sees an end. */
export async function listPrompts(tx: Tx, filter: Filter): Promise<ListedPrompt[]> {
  return tx.query<ListedPrompt>(
    `select p.id, p.version, p.client_id, p.status, p.held, p.template_code, p.template_version, p.send_at,
       p.local_time, c.time_zone, p.reasons, p.sent_at, p.closed_at, q.question_sealed,
       m.status as delivery_status, m.sent_at as delivery_at
     from prompts p
     join clients c on c.clinic_id = p.clinic_id and c.id = p.client_id
     left join prompt_questions q on q.clinic_id = p.clinic_id and q.prompt_id = p.id
     left join mailings m on m.clinic_id = p.clinic_id and m.prompt_id = p.id and m.kind = 'first'
     where p.clinic_id = $1
       and ($2::uuid is null or p.client_id = $2) and ($3::uuid is null or p.id = $3)
       and ($4::uuid is null or (p.send_at, p.id) > (
         select a.send_at, a.id from prompts a where a.clinic_id = $1 and a.id = $4))
     order by p.send_at, p.id limit $5`,
    [
      tx.actor.clinicId,
      filter.clientId ?? null,
      filter.promptId ?? null,
      filter.after ?? null,
      filter.limit + 1,
    ],
  );
}

/** A cursor must name a prompt of the same client. */
export async function isPromptOf(tx: Tx, clientId: string, promptId: string): Promise<boolean> {
  const rows = await tx.query('select 1 from prompts where clinic_id = $1 and client_id = $2 and id = $3', [
    tx.actor.clinicId,
    clientId,
    promptId,
  ]);
  return rows.length > 0;
}

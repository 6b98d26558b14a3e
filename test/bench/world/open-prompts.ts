import type { Client } from 'pg';
import { newId } from '@app/platform/ids/ids.js';
import { newToken, seal, tokenHash } from '@app/platform/encryption/sealing.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { Nonces } from '../../../apps/api/src/reply/nonces.js';
import type { BenchHouse } from './house.js';
import type { Town } from './towns.js';

/** A sent prompt, open in a browser that may answer it. */
export interface OpenPrompt {
  clientId: string;
  mailingId: string;
  /** Value of the link's cookie. */
  token: string;
  /** Value of the browser's cookie. */
  browser: string;
  /** Of the question's page. */
  nonce: string;
}

/** Rows of one prompt, as its sending leaves them. */
interface Row extends OpenPrompt {
  promptId: string;
  sourceId: string;
  question: Buffer;
}

/** Prompts that wait for their answer, spread over the clients of a clinic. Each takes one answer. */
export async function openPrompts(
  house: BenchHouse,
  admin: Client,
  { clinic, clientIds }: Town,
  count: number,
): Promise<OpenPrompt[]> {
  const nonces = new Nonces(house.keyring);
  const { rows: sources } = await admin.query<{
    id: string;
    client_id: string;
    code: string;
    version: number;
  }>(
    `select distinct on (client_id) id, client_id, template_code as code, template_version as version from prompts
     where client_id = any ($1) and template_code = 'keeps-coming-back' order by client_id, send_at`,
    [clientIds],
  );
  const keys = await house.db.inClinic(clinic.system, (tx) => house.keyring.clients(tx, clientIds));
  const rows: Row[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { id: sourceId, client_id: clientId, code, version } = sources[nth % sources.length]!;
    const [promptId, mailingId] = [newId(), newId()];
    const token = await house.links.tokenFor(mailingId, 'reply');
    const binding = { clinicId: clinic.clinicId, label: 'prompt.question', rowId: promptId };
    const question = seal(keys.get(clientId)!, binding, JSON.stringify(promptTemplate(code, version)));
    const nonce = await nonces.of(token, mailingId, 'answer');
    rows.push({ clientId, promptId, sourceId, mailingId, token, nonce, question, browser: newToken() });
  }
  for (let from = 0; from < count; from += 1_000) await write(admin, rows.slice(from, from + 1_000), from);
  return rows;
}

async function write(admin: Client, rows: readonly Row[], from: number): Promise<void> {
  const column = <Name extends keyof Row>(name: Name) => rows.map((row) => row[name]);
  await admin.query(
    `insert into prompts (clinic_id, id, client_id, plan_id, step_id, anchor_id, occurrence, template_code,
       template_version, status, held, priority, needs_session_id, nominal_at, send_at, send_until, limit_at,
       local_time, reasons, sent_at, closes_at, version)
     select p.clinic_id, n.id, p.client_id, p.plan_id, p.step_id, p.anchor_id, 100000 + $3 + n.nth, p.template_code,
       p.template_version, 'sent', false, p.priority, p.needs_session_id, app_now(), app_now(), app_now(), app_now(),
       p.local_time, p.reasons, app_now(), app_now() + interval '14 days', 1
     from unnest($1::uuid[], $2::uuid[]) with ordinality n (id, source, nth) join prompts p on p.id = n.source`,
    [column('promptId'), column('sourceId'), from],
  );
  // The mailing that brought it, and the nudge that an answer takes back.
  await admin.query(
    `insert into mailings (clinic_id, id, client_id, prompt_id, kind, status, send_at, send_until, counts_for_day,
       message_id, attempts, retried, sent_at)
     select p.clinic_id, case k.kind when 'first' then n.mailing else gen_random_uuid() end, p.client_id, p.id, k.kind,
       case k.kind when 'first' then 'sent' else 'scheduled' end, app_now() + k.later, app_now() + k.later + interval '6 hours',
       false, '<' || n.mailing || '@bench.example>', 1, false, case k.kind when 'first' then app_now() end
     from unnest($1::uuid[], $2::uuid[]) n (prompt, mailing) join prompts p on p.id = n.prompt
     cross join (values ('first', interval '0'), ('nudge', interval '2 days')) k (kind, later)`,
    [column('promptId'), column('mailingId')],
  );
  await admin.query(
    `insert into prompt_questions (clinic_id, prompt_id, client_id, question_sealed)
     select p.clinic_id, p.id, p.client_id, n.question
     from unnest($1::uuid[], $2::bytea[]) n (prompt, question) join prompts p on p.id = n.prompt`,
    [column('promptId'), column('question')],
  );
  await admin.query(
    `insert into link_directory (token_hash, clinic_id, mailing_id, purpose)
     select n.hash, m.clinic_id, m.id, 'reply'
     from unnest($1::uuid[], $2::bytea[]) n (mailing, hash) join mailings m on m.id = n.mailing`,
    [column('mailingId'), column('token').map(tokenHash)],
  );
}

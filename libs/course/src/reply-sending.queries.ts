import { Temporal } from 'temporal-polyfill';
import { auditRow } from '@app/audit/audit.service.js';
import type { ClientActor } from '@app/platform/actor.js';
import type { Statement } from '@app/platform/database/database.js';
import type { Wait } from '@app/reflections/reading-contract.rules.js';
import { HAS_ENDED } from './reply-prompt.queries.js';

/** A reflection, sealed and ready to be written. */
export interface SealedReflection {
  id: string;
  promptId: string;
  bodySealed: Buffer;
  wait: Wait;
  promisedBy: Temporal.Instant | null;
  /** Of the browser it was sent from, whose draft it was. */
  browser: Buffer;
}

/**
 * Sends an answer in one statement: closes the prompt and, only if it was open until now, adds the reflection, takes
 * back the mailings that have not left, removes this browser's draft and writes the audit row. Of two at once the
 * second waits for the first and finds it closed. One row when it was sent, none when it was not.
 */
export function sendingStatement(actor: ClientActor, reflection: SealedReflection): Statement {
  const { id, promptId, bodySealed, wait, promisedBy, browser } = reflection;
  const values = [
    ...[actor.clinicId, promptId, actor.clientId, id, bodySealed, wait],
    ...[promisedBy?.toString() ?? null, browser],
  ];
  const entry = { action: 'reflection.sent', subjectType: 'reflection' };
  const { ctes, params } = auditRow(actor, values, entry);
  return { sql: `${SENDING}, ${ctes} select 1 as sent from found`, params };
}

const SENDING = `
with clock as materialized (
  select app_now() as now
), found as (
  update prompts p set status = 'answered', closed_at = clock.now, version = p.version + 1
  from clients c, clock
  where p.clinic_id = $1 and p.id = $2 and p.client_id = $3 and p.status in ('scheduled', 'sent')
    and (p.closes_at is null or p.closes_at > clock.now)
    and c.clinic_id = p.clinic_id and c.id = p.client_id and not ${HAS_ENDED}
  returning p.id, p.client_id, p.closed_at as at, array[$4::uuid] as subject_ids, array[p.client_id] as client_ids
), kept as (
  insert into reflections (clinic_id, id, client_id, prompt_id, body_sealed, sent_at, wait, promised_by, version)
  select $1, $4, f.client_id, f.id, $5::bytea, f.at, $6::text, $7::timestamptz, 1 from found f
), withdrawn as (
  update mailings m set status = 'withdrawn' from found f
  where m.clinic_id = $1 and m.prompt_id = f.id and m.status = 'scheduled'
), settled as (
  delete from drafts d using found f where d.clinic_id = $1 and d.prompt_id = f.id and d.browser_hash = $8
)`;

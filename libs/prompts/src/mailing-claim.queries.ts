import type { Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import type { ClientMailingKind, PromptMailingKind } from './mailing.types.js';

interface ClaimedMailing {
  mailingId: string;
  fence: string;
  clientId: string;
  messageId: string;
  attempts: number;
  clientTimeZone: string;
  language: string;
  nameSealed: Buffer | null;
  emailSealed: Buffer;
}

/** A mailing of a prompt. */
export interface PromptClaim extends ClaimedMailing {
  kind: PromptMailingKind;
  promptId: string;
  templateCode: string;
  templateVersion: number;
  stepId: string;
  planId: string;
  informs: boolean;
  closesAt: Date;
}

/** A mailing that belongs to no prompt: what became of it changes none. */
export interface ClientClaim extends ClaimedMailing {
  kind: ClientMailingKind;
  promptId: null;
}

/** A mailing this process may hand over, and whom it goes to. Sealed values are opened by the caller. */
export type Claim = PromptClaim | ClientClaim;

/** How long a claim lasts before its mailing counts as `unknown`; longer than any hand-over may take. */
export const LEASE_SECONDS = 75;

/**
 * The claim, whole, in one statement: due, inside its open window, wanted, allowed. Whoever gets the row has
 * it alone; everybody else gets nothing. A staff dispatch overrides plan time, hold, quiet hours and the cap of
 * the day, never stop, rest, suppression or the client's status.
 */
export async function claimMailing(tx: Tx, mailingId: string): Promise<Claim | null> {
  // A hold or a change of the course under way ends first, and is then seen by the claim.
  await lockClientOf(tx, mailingId);
  const [claim] = await tx.query<Claim>(
    `with due as (
       select m.id, p.template_code, p.template_version, p.step_id, p.plan_id, p.informs,
         coalesce(p.closes_at, app_now() + make_interval(days => p.open_days)) as closes_at,
         c.time_zone, c.language, c.name_sealed, c.email_sealed
       from mailings m
       join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
       left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
       where m.clinic_id = $1 and m.id = $2 and m.status = 'scheduled'
         and m.send_at <= app_now() and app_now() < m.send_until
         -- Address, consent, stop, rest, status, and whether somebody reads the answer.
         and app_may_mail(m.kind, c)
         -- Nothing asks how safe somebody is while nobody would be told.
         and app_may_ask(m.kind, p)
         and case m.kind
           -- A fresh link was asked for just now, by the client.
           when 'fresh_link' then p.status in ('scheduled', 'sent')
           when 'first' then p.status = 'scheduled' or p.status = 'sent' and m.retried
           when 'nudge' then p.status = 'sent'
           when 'snoozed' then p.status = 'sent'
           else true end
         and (p.id is null or m.kind = 'fresh_link' or
           (not p.held or m.dispatched_by is not null)
           and (p.needs_session_id is null or exists (
             select 1 from ketamine_sessions s where s.clinic_id = p.clinic_id
               and s.id = p.needs_session_id and s.status = 'completed')))
       for update of m),
     claimed as (
       update mailings m
       set status = 'sending', fence = $3, attempts = m.attempts + 1,
         lease_until = app_now() + make_interval(secs => $4),
         sent_on = (app_now() at time zone d.time_zone)::date
       from due d
       where m.clinic_id = $1 and m.id = d.id and m.status = 'scheduled'
       returning m.id, m.fence, m.kind, m.prompt_id, m.client_id, m.message_id, m.attempts)
     select c.id as "mailingId", c.fence, c.kind, c.prompt_id as "promptId", c.client_id as "clientId",
       c.message_id as "messageId", c.attempts, d.template_code as "templateCode",
       d.template_version as "templateVersion", d.step_id as "stepId", d.plan_id as "planId", d.informs,
       d.closes_at as "closesAt", d.time_zone as "clientTimeZone", d.language,
       d.name_sealed as "nameSealed", d.email_sealed as "emailSealed"
     from claimed c join due d on d.id = c.id`,
    [tx.actor.clinicId, mailingId, newId(), LEASE_SECONDS],
  );
  return claim ?? null;
}

/** Locks the client a mailing belongs to, as every command on a client's course does, always first. */
export async function lockClientOf(tx: Tx, mailingId: string): Promise<void> {
  await tx.query(
    `select 1 from clients where clinic_id = $1
       and id = (select client_id from mailings where clinic_id = $1 and id = $2) for no key update`,
    [tx.actor.clinicId, mailingId],
  );
}

/** What became of a claimed mailing. False when the claim was lost meanwhile (its lease had died). */
export async function settleMailing(
  tx: Tx,
  claim: Pick<Claim, 'mailingId' | 'fence'>,
  outcome: { status: 'sent' | 'unknown' | 'failed'; code: string | null },
): Promise<boolean> {
  const rows = await tx.query<{ id: string }>(
    `with settled as (
       update mailings set status = $4, last_code = $5, lease_until = null,
         sent_at = case when $4 = 'failed' then null else app_now() end,
         sent_on = case when $4 = 'failed' then null else sent_on end
       where clinic_id = $1 and id = $2 and fence = $3 and status = 'sending' returning id)
     select id from settled`,
    [tx.actor.clinicId, claim.mailingId, claim.fence, outcome.status, outcome.code],
  );
  return rows.length === 1;
}

/** Gives a mailing back for a later attempt: the far end asked to try again. */
export async function releaseMailing(
  tx: Tx,
  claim: Pick<Claim, 'mailingId' | 'fence'>,
  nextAt: Date,
  code: string,
): Promise<void> {
  await tx.query(
    `update mailings set status = 'scheduled', send_at = $4, last_code = $5,
       fence = null, lease_until = null, sent_on = null
     where clinic_id = $1 and id = $2 and fence = $3 and status = 'sending'`,
    [tx.actor.clinicId, claim.mailingId, claim.fence, nextAt, code],
  );
}

/** Gives a claimed mailing back untouched: nothing was handed over, so no attempt is spent. */
export async function postponeMailing(
  tx: Tx,
  { mailingId, fence }: Pick<Claim, 'mailingId' | 'fence'>,
  until: Date,
): Promise<void> {
  await tx.query(
    `update mailings set status = 'scheduled', send_at = $4, attempts = attempts - 1,
       fence = null, lease_until = null, sent_on = null
     where clinic_id = $1 and id = $2 and fence = $3 and status = 'sending'`,
    [tx.actor.clinicId, mailingId, fence, until],
  );
}

/** A mailing whose worker died. */
export type LostMailing = { clientId: string } & (
  { kind: PromptMailingKind; promptId: string } | { kind: ClientMailingKind; promptId: null }
);

/**
 * A worker died between claim and mark: nobody knows whether the e-mail left, so nobody sends it again but
 * staff. Returns whose it is, or null when the mailing was settled after all.
 */
export async function markDeadLease(tx: Tx, mailingId: string): Promise<LostMailing | null> {
  const [row] = await tx.query<LostMailing>(
    `with lost as (
       update mailings set status = 'unknown', last_code = 'worker-lost', lease_until = null, sent_at = app_now()
       where clinic_id = $1 and id = $2 and status = 'sending' and lease_until < app_now() returning prompt_id, client_id, kind)
     select prompt_id as "promptId", client_id as "clientId", kind from lost`,
    [tx.actor.clinicId, mailingId],
  );
  return row ?? null;
}

/** The prompt is with the client now: open until it is answered or its days are over. */
export async function markPromptSent(tx: Tx, promptId: string): Promise<void> {
  await tx.query(
    `update prompts set status = 'sent', sent_at = app_now(), version = version + 1,
       closes_at = app_now() + make_interval(days => open_days)
     where clinic_id = $1 and id = $2
       and status in ('scheduled', 'withdrawn', 'rested', 'superseded', 'suppressed')`,
    [tx.actor.clinicId, promptId],
  );
}

/** The far end will never take it: the prompt ends unsent, until staff send it again. */
export async function markPromptRefused(tx: Tx, promptId: string): Promise<void> {
  await tx.query(
    `update prompts set status = 'suppressed', closed_at = app_now(), version = version + 1
     where clinic_id = $1 and id = $2 and status = 'scheduled'`,
    [tx.actor.clinicId, promptId],
  );
}

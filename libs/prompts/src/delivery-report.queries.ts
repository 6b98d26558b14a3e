import type { Database, Tx } from '@app/platform/database/database.js';
import type { MailReport } from '@app/platform/mail/dsn/mail-report.js';
import { newId } from '@app/platform/ids/ids.js';
import { DAYS_TO_COME_BACK } from './delivery.rules.js';

/** A mailing that a mail server had something to say about. */
export interface ReportedMailing {
  id: string;
  clientId: string;
  promptId: string | null;
  softBounces: number;
  /** An address that is not the client's any more. */
  isOld: boolean;
}

/** The clinic of a mailing, by its links; null for one that nobody sent. */
export async function clinicOfMailing(db: Database, mailingId: string): Promise<string | null> {
  const [row] = await db.acrossClinics<{ clinic_id: string }>(
    'select clinic_id from link_directory where mailing_id = $1 limit 1',
    [mailingId],
  );
  return row?.clinic_id ?? null;
}

/** Null for one that has not left. */
export async function reportedMailing(tx: Tx, mailingId: string): Promise<ReportedMailing | null> {
  const [row] = await tx.query<ReportedMailing>(
    `select m.id, m.client_id as "clientId", m.prompt_id as "promptId", c.soft_bounces as "softBounces",
       coalesce(c.email_changed_at >= coalesce(m.sent_at, app_now()), false) or c.email_sealed is null as "isOld"
     from mailings m join clients c on c.clinic_id = m.clinic_id and c.id = m.client_id
     where m.clinic_id = $1 and m.id = $2 and m.status in ('sending', 'sent', 'unknown')`,
    [tx.actor.clinicId, mailingId],
  );
  return row ?? null;
}

/** Writes down what was said. False when it was said before. */
export async function keepEvent(
  tx: Tx,
  { id, clientId }: ReportedMailing,
  { kind, statusCode }: Pick<MailReport, 'kind' | 'statusCode'>,
): Promise<boolean> {
  const rows = await tx.query<object>(
    `insert into delivery_events (clinic_id, id, client_id, mailing_id, kind, status_code, at)
     values ($1, $2, $3, $4, $5, $6, app_now()) on conflict do nothing returning 1`,
    [tx.actor.clinicId, newId(), clientId, id, kind, statusCode],
  );
  return rows.length === 1;
}

/** Said before of this mailing, under another code. */
export async function hasComeBackBefore(tx: Tx, { id }: ReportedMailing): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from delivery_events
     where clinic_id = $1 and mailing_id = $2 and kind in ('bounced-for-now', 'bounced')`,
    [tx.actor.clinicId, id],
  );
  return row!.count > 1;
}

/** Whether a later mailing than the last one that came back was accepted, and has had its days to come back. */
export async function hasArrivedSince(tx: Tx, { id, clientId }: ReportedMailing): Promise<boolean> {
  const [row] = await tx.query<{ arrived: boolean }>(
    `select exists (
       select 1 from mailings m
       where m.clinic_id = $1 and m.client_id = $2 and m.id <> $3 and m.status = 'sent'
         and m.sent_at <= app_now() - make_interval(days => $4)
         and m.sent_at > (
           select max(b.sent_at) from delivery_events e
           join mailings b on b.clinic_id = e.clinic_id and b.id = e.mailing_id
           where e.clinic_id = $1 and e.client_id = $2 and e.kind = 'bounced-for-now' and b.id <> $3)
         and not exists (
           select 1 from delivery_events e where e.clinic_id = $1 and e.mailing_id = m.id
             and e.kind in ('bounced-for-now', 'bounced'))) as arrived`,
    [tx.actor.clinicId, clientId, id, DAYS_TO_COME_BACK],
  );
  return row!.arrived;
}

export async function countSoftBounces(tx: Tx, clientId: string, count: number): Promise<void> {
  await tx.query('update clients set soft_bounces = $3 where clinic_id = $1 and id = $2', [
    tx.actor.clinicId,
    clientId,
    count,
  ]);
}

/** Nothing is sent to the address any more, until somebody has asked the client. */
export async function suppress(tx: Tx, clientId: string, why: 'bounced' | 'soft-bounced' | 'complained') {
  await tx.query(
    `update clients set suppressed_at = coalesce(suppressed_at, app_now()), version = version + 1,
       suppressed_why = case when suppressed_at is null or $3 = 'complained' then $3 else suppressed_why end
     where clinic_id = $1 and id = $2`,
    [tx.actor.clinicId, clientId, why],
  );
}

export interface PromptOfBounce {
  status: string;
  closes_at: Date | null;
  limit_at: Date;
  time_zone: string;
  quiet_from: string;
  quiet_to: string;
  /** It is snoozed as it is, or another mailing of it came back before. */
  has_another: boolean;
}

export async function promptOfBounce(tx: Tx, promptId: string, mailingId: string): Promise<PromptOfBounce> {
  const [row] = await tx.query<PromptOfBounce>(
    `select p.status, p.closes_at, p.limit_at, c.time_zone,
       to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
       to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to,
       exists (select 1 from mailings o where o.clinic_id = $1 and o.prompt_id = p.id and o.id <> $3
         and o.kind <> 'fresh_link' and (o.kind = 'snoozed' and o.status in ('scheduled', 'sending') or exists (
           select 1 from delivery_events e where e.clinic_id = $1 and e.mailing_id = o.id
             and e.kind in ('bounced-for-now', 'bounced')))) as has_another
     from prompts p
     join clients c on c.clinic_id = p.clinic_id and c.id = p.client_id
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     where p.clinic_id = $1 and p.id = $2`,
    [tx.actor.clinicId, promptId, mailingId],
  );
  return row!;
}

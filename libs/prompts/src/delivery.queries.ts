import type { ReportKind } from '@app/platform/mail/dsn/bounce-status.rules.js';
import type { Tx } from '@app/platform/database/database.js';
import type { MailingKind, MailingStatus } from './mailing.types.js';

export interface ListedMailing {
  id: string;
  kind: MailingKind;
  prompt_id: string | null;
  template_code: string | null;
  template_version: number | null;
  status: MailingStatus;
  at: Date;
  code: string | null;
  events: ListedEvent[];
}

/** As it comes in one JSON document: instants are text. */
export interface ListedEvent {
  id: string;
  kind: ReportKind;
  status_code: string | null;
  at: string;
  settled_at: string | null;
}

const MOST = 200;

/** What has left, was tried, or is due; what the plan has ahead, and took back untried, stands in the plan. */
export function mailingsOf(tx: Tx, clientId: string): Promise<ListedMailing[]> {
  return tx.query<ListedMailing>(
    `select m.id, m.kind, m.prompt_id, p.template_code, p.template_version, m.status,
       coalesce(m.sent_at, m.send_at) as at,
       case when m.status in ('failed', 'unknown', 'scheduled') then m.last_code end as code,
       (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'status_code', e.status_code,
           'at', e.at, 'settled_at', e.settled_at) order by e.at, e.id), '[]')
        from delivery_events e where e.clinic_id = $1 and e.mailing_id = m.id) as events
     from mailings m
     left join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
     where m.clinic_id = $1 and m.client_id = $2
       and (m.status in ('sending', 'sent', 'unknown', 'failed') or m.attempts > 0
         or m.status = 'scheduled' and m.send_at <= app_now() and m.send_until > app_now())
     order by coalesce(m.sent_at, m.send_at) desc, m.id desc limit $3`,
    [tx.actor.clinicId, clientId, MOST],
  );
}

/**
 * Somebody has seen to it, and to what was said before of this client in the same way: one task. Null when it is not
 * there for this person; twice is once.
 */
export async function settleEvent(
  tx: Tx,
  eventId: string,
  staffMemberId: string,
): Promise<(ListedEvent & { client_id: string }) | null> {
  const params = [tx.actor.clinicId, eventId];
  await tx.query(
    `update delivery_events e set settled_at = app_now(), settled_by = $3
     from delivery_events seen
     where seen.clinic_id = $1 and seen.id = $2 and e.clinic_id = $1 and e.client_id = seen.client_id
       and e.kind = seen.kind and e.at <= seen.at and e.settled_at is null`,
    [...params, staffMemberId],
  );
  const [row] = await tx.query<ListedEvent & { client_id: string }>(
    `select id, client_id, kind, status_code, to_json(at) #>> '{}' as at,
       to_json(settled_at) #>> '{}' as settled_at
     from delivery_events where clinic_id = $1 and id = $2`,
    params,
  );
  return row ?? null;
}

/** Everything that mail servers said of this client's mails is seen to. */
export async function settleAllEvents(tx: Tx, clientId: string, staffMemberId: string): Promise<void> {
  await tx.query(
    `update delivery_events set settled_at = app_now(), settled_by = $3
     where clinic_id = $1 and client_id = $2 and settled_at is null`,
    [tx.actor.clinicId, clientId, staffMemberId],
  );
}

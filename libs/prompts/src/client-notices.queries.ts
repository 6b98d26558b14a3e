import { Temporal } from 'temporal-polyfill';
import type { ClientStatus, RestLength } from '@app/clients/client.types.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import type { NoticeClock } from './notice-windows.rules.js';

/** Everything that decides which mails a client is to have, but for prompts. */
export interface NoticeFacts {
  clock: NoticeClock;
  isInCare: boolean;
  isStopped: boolean;
  /** Active, agreed, reachable: mail that nobody asked for just now may go. */
  mayBeMailed: boolean;
  restFrom: Temporal.Instant | null;
  restUntil: Temporal.Instant | null;
  restLength: RestLength | null;
  /** A plan or an address is new, the clinic asks by e-mail too, and nobody was asked at this address yet. */
  isToBeAsked: boolean;
}

interface Row {
  status: ClientStatus;
  time_zone: string;
  quiet_from: string;
  quiet_to: string;
  has_address: boolean;
  has_consent: boolean;
  is_stopped: boolean;
  rest_from: Date | null;
  rest_until: Date | null;
  rest_length: RestLength | null;
  is_new: boolean;
}

/** The client, locked. Null when not visible. */
export async function lockNoticeFacts(tx: Tx, clientId: string): Promise<NoticeFacts | null> {
  const [row] = await tx.query<Row>(
    `select c.status, c.time_zone, c.rest_from, c.rest_until, c.rest_length,
       to_char(coalesce(c.quiet_from, l.quiet_from), 'HH24:MI') as quiet_from,
       to_char(coalesce(c.quiet_to, l.quiet_to), 'HH24:MI') as quiet_to,
       c.email_sealed is not null as has_address, c.email_consent_given_on is not null as has_consent,
       c.stopped_at is not null as is_stopped,
       k.double_opt_in and exists (
         select 1 from integration_plans p where p.clinic_id = c.clinic_id and p.client_id = c.id
           and p.status = 'live'
           and greatest(p.live_from, c.email_changed_at) > app_now() - interval '1 hour')
       and ${NOT_ASKED} as is_new
     from clients c
     join clinics k on k.clinic_id = c.clinic_id
     join locations l on l.clinic_id = c.clinic_id and l.id = c.location_id
     where c.clinic_id = $1 and c.id = $2 for no key update of c`,
    [tx.actor.clinicId, clientId],
  );
  if (!row) return null;
  const isMailable = row.status === 'active' && !row.is_stopped && row.has_address;
  return {
    clock: { timeZone: row.time_zone, quietFrom: row.quiet_from, quietTo: row.quiet_to },
    isInCare: row.status === 'active' || row.status === 'on_hold',
    isStopped: row.is_stopped,
    mayBeMailed: isMailable && row.has_consent,
    restFrom: row.rest_from && toInstant(row.rest_from),
    restUntil: row.rest_until && toInstant(row.rest_until),
    restLength: row.rest_length,
    isToBeAsked: isMailable && !row.has_consent && row.is_new,
  };
}

/** Client `c` was not asked for a yes since they have this address. */
const NOT_ASKED = `not exists (
  select 1 from mailings m where m.clinic_id = c.clinic_id and m.client_id = c.id and m.kind = 'opt_in'
    and m.status <> 'withdrawn' and m.send_at >= coalesce(c.email_changed_at, m.send_at))`;

/** The rest has been over since before `now`. */
export function isOver({ restUntil }: Pick<NoticeFacts, 'restUntil'>, now: Temporal.Instant): boolean {
  return restUntil !== null && Temporal.Instant.compare(restUntil, now) <= 0;
}

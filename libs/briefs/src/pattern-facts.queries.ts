import type { Tx } from '@app/platform/database/database.js';
import type { ClientStatus } from '@app/clients/client.types.js';

/** How far back anything is compared. */
export const REACH_DAYS = 120;

/** Sealed columns travel as base64 inside the one JSON document; instants as text. */
export interface PatternRow {
  client_id: string;
  status: ClientStatus;
  time_zone: string;
  key: { version: number; wrapped: string };
  /** What the clinic chose; null: the usual figures. */
  thresholds: unknown;
  rest_from: string | null;
  rest_until: string | null;
  stopped_at: string | null;
  /** When rests began, those that are long over too. */
  rests_begun: string[];
  sessions: string[];
  prompts: {
    status: 'answered' | 'skipped' | 'expired' | 'sent' | 'rested';
    sent_at: string;
    closed_at: string | null;
    /** An e-mail of it left, and did not come back. */
    arrived: boolean;
  }[];
  reflections: { id: string; sent_at: string; asked: boolean; withdrawn: boolean; body: string | null }[];
  /** `body` of each is null where bodies were not asked for. */
  measures: { reflection_id: string; completed_at: string; body: string }[];
}

export interface PatternQuery {
  clientIds: readonly string[];
  /** False: when things were sent, and nothing that has to be opened. */
  withBodies: boolean;
}

/**
 * Everything that is compared of these clients, in one statement. Row-level security gives the keys, and with them
 * the rows, of clients whose words this person reads; of nobody else there is a row.
 */
export function patternRows(tx: Tx, { clientIds, withBodies }: PatternQuery): Promise<PatternRow[]> {
  if (clientIds.length === 0) return Promise.resolve([]);
  return tx.query<PatternRow>(PATTERN_ROWS, [tx.actor.clinicId, clientIds, withBodies]);
}

/**
 * Clients in care of whom two or more prompts closed unanswered of late: only they can have gone quiet. The rules
 * decide; this keeps the rest of a caseload out of memory.
 */
export async function clientsWhoMayBeQuiet(tx: Tx, withinDays: number): Promise<string[]> {
  const rows = await tx.query<{ client_id: string }>(
    `select p.client_id from prompts p
     join clients c on c.clinic_id = $1 and c.id = p.client_id and c.status = 'active' and c.stopped_at is null
     where p.clinic_id = $1 and p.client_id = any ((select app_word_clients())::uuid[])
       and p.status = 'expired' and not p.informs
       and p.send_at > app_now() - make_interval(days => $2)
     group by p.client_id
     having count(*) >= 2 and max(p.closed_at) > app_now() - make_interval(days => $3)
     order by p.client_id limit 200`,
    // A day more: the rules count days on the client's calendar, and one of them may have 25 hours.
    [tx.actor.clinicId, REACH_DAYS, withinDays + 1],
  );
  return rows.map(({ client_id: id }) => id);
}

/** The clinic's own figures; null: the usual ones. */
export async function storedThresholds(tx: Tx): Promise<unknown> {
  const [row] = await tx.query<{ pattern_thresholds: unknown }>(
    'select pattern_thresholds from clinics where clinic_id = $1',
    [tx.actor.clinicId],
  );
  return row?.pattern_thresholds ?? null;
}

/**
 * The same as part of another statement: $1 is the clinic, the rest SQL. `bodyOf`: of which `reflections r` the body
 * comes along.
 */
export function patternRowsSql({
  clientIds,
  bodyOf,
  withMeasures,
}: Record<'clientIds' | 'bodyOf' | 'withMeasures', string>): string {
  return `
with since as materialized (
  select now, now - interval '${REACH_DAYS} days' as at from (select app_now() as now) clock
), keys as (
  select distinct on (k.client_id) k.client_id, k.version, k.wrapped from client_keys k
  where k.clinic_id = $1 and k.client_id = any (${clientIds}) and k.client_id = any ((select app_word_clients())::uuid[])
  order by k.client_id, k.version desc
)
select c.id as client_id, c.status, c.time_zone, c.rest_from, c.rest_until, c.stopped_at,
  json_build_object('version', k.version, 'wrapped', encode(k.wrapped, 'base64')) as key,
  (select n.pattern_thresholds from clinics n where n.clinic_id = $1) as thresholds,
  (select coalesce(json_agg(m.send_at), '[]') from mailings m, since
    where m.clinic_id = $1 and m.client_id = c.id and m.kind = 'rest_begun' and m.send_at > since.at) as rests_begun,
  (select coalesce(json_agg(s.held_at), '[]') from ketamine_sessions s, since
    where s.clinic_id = $1 and s.client_id = c.id and s.status = 'completed' and s.held_at > since.at
      and s.held_at <= since.now) as sessions,
  (select coalesce(json_agg(json_build_object('status', p.status, 'sent_at', coalesce(p.sent_at, p.send_at),
      'closed_at', p.closed_at, 'arrived', exists (
        select 1 from mailings m where m.clinic_id = $1 and m.prompt_id = p.id and m.status = 'sent'
          and not exists (select 1 from delivery_events e where e.clinic_id = $1 and e.mailing_id = m.id
            and e.kind in ('bounced', 'bounced-for-now'))))), '[]')
    from prompts p, since
    where p.clinic_id = $1 and p.client_id = c.id and p.send_at > since.at and p.send_at <= since.now
      and p.status in ('answered', 'skipped', 'expired', 'sent', 'rested') and not p.informs) as prompts,
  (select coalesce(json_agg(json_build_object('id', r.id, 'sent_at', r.sent_at, 'asked', r.prompt_id is not null,
      'withdrawn', r.withdrawn_at is not null,
      'body', case when ${bodyOf} and r.withdrawn_at is null then encode(r.body_sealed, 'base64') end)), '[]')
    from reflections r, since
    where r.clinic_id = $1 and r.client_id = c.id and r.sent_at > since.at) as reflections,
  (select coalesce(json_agg(json_build_object('reflection_id', r.reflection_id, 'completed_at', r.completed_at,
      'body', encode(r.body_sealed, 'base64'))), '[]')
    from measure_results r, since
    where ${withMeasures} and r.clinic_id = $1 and r.client_id = c.id and r.completed_at > since.at) as measures
from clients c
join keys k on k.client_id = c.id
where c.clinic_id = $1
order by c.id`;
}

const PATTERN_ROWS = patternRowsSql({ clientIds: '$2', bodyOf: '$3', withMeasures: '$3' });

import { Temporal } from 'temporal-polyfill';
import type { Role } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';

/** Which rows of the log are asked for; all of them unless something is named. */
export interface AuditFilter {
  from?: Temporal.Instant;
  /** Not included. */
  to?: Temporal.Instant;
  staffMemberId?: string;
  clientId?: string;
  action?: string;
  outcome?: 'done' | 'refused';
}

export interface AuditEventRow {
  id: string;
  at: Date;
  /** `at` to the microsecond, as the database writes it. */
  at_text: string;
  actor_kind: 'staff' | 'client' | 'system';
  actor_id: string | null;
  roles: Role[];
  job: string | null;
  action: string;
  outcome: 'done' | 'refused';
  operation: string | null;
  subject_type: string;
  subject_count: number;
  client_ids: string[];
  request_id: string | null;
  ip: string | null;
  sealed: boolean;
}

/** A row of the log to go on after. */
export type AuditPlace = Pick<AuditEventRow, 'id' | 'at_text'>;

const MATCHES = `e.clinic_id = $1
  and ($2::timestamptz is null or e.at >= $2)
  and ($3::timestamptz is null or e.at < $3)
  and ($4::uuid is null or e.actor_kind = 'staff' and e.actor_id = $4)
  and ($5::uuid is null or e.client_ids @> array[$5::uuid])
  and ($6::text is null or e.action = $6)
  and ($7::text is null or e.outcome = $7)`;

/** Rows newest first, at most `limit`, from behind the row `after`. */
export function auditEvents(
  tx: Tx,
  filter: AuditFilter,
  { after, limit }: { after?: AuditPlace | undefined; limit: number },
): Promise<AuditEventRow[]> {
  return tx.query<AuditEventRow>(
    `select e.id, e.at, e.at::text as at_text, e.actor_kind, e.actor_id, e.roles, e.job, e.action, e.outcome,
       e.operation, e.subject_type, cardinality(e.subject_ids) as subject_count, e.client_ids, e.request_id, e.ip,
       not exists (select 1 from audit_unsealed u where u.clinic_id = e.clinic_id and u.event_id = e.id) as sealed
     from audit_events e
     where ${MATCHES} and ($8::timestamptz is null or (e.at, e.id) < ($8::timestamptz, $9::uuid))
     order by e.at desc, e.id desc limit $10`,
    [...values(tx, filter), after?.at_text ?? null, after?.id ?? null, limit],
  );
}

/** The row a list goes on after; undefined when there is none of this id. */
export async function auditPlace(tx: Tx, id: string): Promise<AuditPlace | undefined> {
  const [place] = await tx.query<AuditPlace>(
    'select id, at::text as at_text from audit_events where clinic_id = $1 and id = $2',
    [tx.actor.clinicId, id],
  );
  return place;
}

/** Everybody whose data the newest `limit` of these rows are about. */
export async function clientsOfAuditEvents(tx: Tx, filter: AuditFilter, limit: number): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select distinct unnest(client_ids) as id from (
       select e.client_ids from audit_events e where ${MATCHES} and e.subject_type <> $9
       order by e.at desc, e.id desc limit $8) as newest`,
    [...values(tx, filter), limit, AUDIT_LOG],
  );
  return rows.map(({ id }) => id);
}

/** What rows about the log itself are about. */
export const AUDIT_LOG = 'audit-log';

export interface SealsRow {
  seals: number;
  last_seq: string | null;
  sealed_at: Date | null;
  unsealed: number;
}

export async function auditSeals(tx: Tx): Promise<SealsRow> {
  const [row] = await tx.query<SealsRow>(
    `select count(*)::integer as seals, max(seq) as last_seq, max(sealed_at) as sealed_at,
       (select count(*)::integer from audit_unsealed where clinic_id = $1) as unsealed
     from audit_seals where clinic_id = $1`,
    [tx.actor.clinicId],
  );
  return row!;
}

function values({ actor }: Tx, filter: AuditFilter): unknown[] {
  const { from, to, staffMemberId, clientId, action, outcome } = filter;
  return [
    actor.clinicId,
    from ? toDate(from) : null,
    to ? toDate(to) : null,
    staffMemberId ?? null,
    clientId ?? null,
    action ?? null,
    outcome ?? null,
  ];
}

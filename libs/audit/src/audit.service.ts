import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/platform/actor.js';
import type { Statement, Tx } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';

/** What was done to what. No content: ids, an action of the glossary, and whose data it was. */
export interface AuditEntry {
  /** e.g. `client.read`, `ketamine-session.completed` */
  action: string;
  subjectType: string;
  subjectIds: readonly string[];
  clientIds: readonly string[];
  /** `done` unless given. */
  outcome?: 'done' | 'refused';
  /** Of a refusal: method and pattern of the path, e.g. `GET /api/clients/:id`. Never the path itself. */
  operation?: string;
}

/**
 * Writes who read or changed a client's data, in the caller's transaction, and lines it up to be sealed: one
 * statement for both, so that neither is there without the other. Insert-only.
 */
@Injectable()
export class AuditService {
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await tx.query(
      `with event as (insert into audit_events (${EVENT_COLUMNS})
         values ($1, $2, app_now(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
       insert into audit_unsealed (clinic_id, event_id) values ($1, $2)`,
      [
        ...whoAndWhat(tx.actor, entry),
        entry.subjectIds,
        entry.clientIds,
        ...fromWhere(tx.actor),
        entry.outcome ?? 'done',
        entry.operation ?? null,
      ],
    );
  }
}

/**
 * The same in one statement with the read it tells of: a select that gives one row with the columns `subject_ids`
 * and `client_ids`, and the answer in `answer`. No row: nothing was read, and nothing is written. The select is asked
 * with `params`, from $1 on.
 */
export function audited(
  actor: Actor,
  read: { sql: string; params: readonly unknown[] },
  entry: Pick<AuditEntry, 'action' | 'subjectType'>,
): Statement {
  const { ctes, params } = auditRow(actor, read.params, entry);
  return { sql: `with found as materialized (${read.sql}), ${ctes} select answer from found`, params };
}

/**
 * The audit row as parts of a `with` of one's own, for what is read or written there. They rest on a part `found` of
 * the columns `subject_ids` and `client_ids`: without a row of it nothing happened, and nothing is written.
 * @param before the parameters of the statement so far; those given back begin with them
 */
export function auditRow(
  actor: Actor,
  before: readonly unknown[],
  entry: Pick<AuditEntry, 'action' | 'subjectType'>,
): { ctes: string; params: unknown[] } {
  const at = (nth: number): string => `$${before.length + nth}`;
  return {
    ctes: `event as (insert into audit_events (${EVENT_COLUMNS})
        select ${at(1)}::uuid, ${at(2)}::uuid, app_now(), ${at(3)}, ${at(4)}::uuid, ${at(5)}::text[], ${at(6)}, ${at(7)}, ${at(8)},
          f.subject_ids, f.client_ids, ${at(9)}, ${at(10)}, 'done', null from found f),
      unsealed as (insert into audit_unsealed (clinic_id, event_id) select ${at(1)}::uuid, ${at(2)}::uuid from found)`,
    params: [...before, ...whoAndWhat(actor, entry), ...fromWhere(actor)],
  };
}

const EVENT_COLUMNS = `clinic_id, id, at, actor_kind, actor_id, roles, job, action, subject_type, subject_ids,
  client_ids, request_id, ip, outcome, operation`;

function whoAndWhat(actor: Actor, { action, subjectType }: Pick<AuditEntry, 'action' | 'subjectType'>) {
  return [
    actor.clinicId,
    newId(),
    actor.kind,
    actorId(actor),
    actor.kind === 'staff' ? actor.roles : [],
    actor.kind === 'system' ? actor.job : null,
    action,
    subjectType,
  ];
}

function fromWhere(actor: Actor): [requestId: string | null, ip: string | null] {
  return actor.kind === 'system' ? [null, null] : [actor.requestId ?? null, actor.ip ?? null];
}

function actorId(actor: Actor): string | null {
  switch (actor.kind) {
    case 'staff':
      return actor.staffMemberId;
    case 'client':
      return actor.clientId;
    case 'system':
      return null;
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
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
    const { actor } = tx;
    await tx.query(
      `with event as (
         insert into audit_events
           (clinic_id, id, at, actor_kind, actor_id, roles, job, action, subject_type, subject_ids, client_ids,
            request_id, ip, outcome, operation)
         values ($1, $2, app_now(), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))
       insert into audit_unsealed (clinic_id, event_id) values ($1, $2)`,
      [
        actor.clinicId,
        newId(),
        actor.kind,
        actorId(actor),
        actor.kind === 'staff' ? actor.roles : [],
        actor.kind === 'system' ? actor.job : null,
        entry.action,
        entry.subjectType,
        entry.subjectIds,
        entry.clientIds,
        actor.kind === 'system' ? null : (actor.requestId ?? null),
        actor.kind === 'system' ? null : (actor.ip ?? null),
        entry.outcome ?? 'done',
        entry.operation ?? null,
      ],
    );
  }
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

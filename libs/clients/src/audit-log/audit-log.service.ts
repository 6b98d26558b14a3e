import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Invalid } from '@app/platform/errors/errors.js';
import { ClientsService } from '../clients.service.js';
import type { ListPage, Page } from '../list-page.js';
import { auditCsv } from './audit-csv.js';
import {
  AUDIT_LOG,
  type AuditEventRow,
  type AuditFilter,
  auditEvents,
  type AuditPlace,
  auditPlace,
  auditSeals,
  clientsOfAuditEvents,
} from './audit-log.queries.js';
import type { AuditEventView, AuditSealsView } from './audit-log.view.js';

/** Rows an export holds at most, newest first. */
const EXPORTED = 100_000;
const ROWS_AT_ONCE = 1_000;

/**
 * The audit log as an admin reads it. It stands in this room and not in `audit`, which is below clinics and
 * clients: here is the lowest place that can put names to both.
 */
@Injectable()
export class AuditLogService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
  ) {}

  /** Newest first. @throws Invalid when `after` names no row of the log */
  list(actor: StaffActor, filter: AuditFilter, page: Page): Promise<ListPage<AuditEventView>> {
    return this.db.inClinic(actor, async (tx) => {
      const after = page.after ? await auditPlace(tx, page.after) : undefined;
      if (page.after && !after) throw new Invalid('after', 'unknownReference');
      const rows = await auditEvents(tx, filter, { after, limit: page.limit + 1 });
      const items = rows.slice(0, page.limit);
      const views = await this.named(tx, items);
      await this.note(tx, 'audit.read', [...new Set(items.flatMap(clientsNamedBy))]);
      return { items: views, next: rows.length > page.limit ? items.at(-1)!.id : null };
    });
  }

  /**
   * The newest 100,000 of these rows as CSV, in pieces that are made as they are read. What comes while it runs
   * is not in it. That it was exported is recorded before the first piece.
   */
  async csv(actor: StaffActor, filter: AuditFilter): Promise<AsyncGenerator<string>> {
    const until = await this.db.inClinic(actor, async (tx) => {
      const to = filter.to && filter.to.epochMilliseconds < tx.now.epochMilliseconds ? filter.to : tx.now;
      await this.note(tx, 'audit.exported', await clientsOfAuditEvents(tx, { ...filter, to }, EXPORTED));
      return to;
    });
    return auditCsv(this.pieces(actor, { ...filter, to: until }));
  }

  /** How far the log is sealed. */
  seals(actor: StaffActor): Promise<AuditSealsView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await auditSeals(tx);
      return {
        seals: row.seals,
        lastSeq: row.last_seq === null ? null : Number(row.last_seq),
        sealedAt: row.sealed_at?.toISOString() ?? null,
        unsealed: row.unsealed,
      };
    });
  }

  /** A transaction a piece: who reads slowly holds no connection meanwhile. */
  private async *pieces(actor: StaffActor, filter: AuditFilter): AsyncGenerator<AuditEventView[]> {
    let after: AuditPlace | undefined;
    for (let left = EXPORTED; left > 0; left -= ROWS_AT_ONCE) {
      const limit = Math.min(left, ROWS_AT_ONCE);
      const { rows, views } = await this.db.inClinic(actor, async (tx) => {
        const found = await auditEvents(tx, filter, { after, limit });
        return { rows: found, views: await this.named(tx, found) };
      });
      if (views.length > 0) yield views;
      if (rows.length < limit) return;
      after = rows.at(-1);
    }
  }

  private async named(tx: Tx, rows: readonly AuditEventRow[]): Promise<AuditEventView[]> {
    const actors = rows.flatMap((row) => (row.actor_kind === 'client' && row.actor_id ? [row.actor_id] : []));
    const clients = await this.clients.openMany(tx, [
      ...new Set([...actors, ...rows.flatMap(clientsNamedBy)]),
    ]);
    const staff = await this.clinics.staffNames(tx);
    const clientName = (id: string) => clients.get(id)?.name;
    const actorName = ({ actor_kind: kind, actor_id: id }: AuditEventRow) =>
      id === null ? undefined : kind === 'staff' ? staff.get(id) : clientName(id);
    return rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actorKind: row.actor_kind,
      actorName: actorName(row) ?? null,
      roles: row.roles,
      job: row.job,
      action: row.action,
      outcome: row.outcome,
      operation: row.operation,
      subjectType: row.subject_type,
      subjectCount: row.subject_count,
      clients: clientsNamedBy(row).map((id) => ({ id, name: clientName(id) ?? '' })),
      requestId: row.request_id,
      ip: row.ip,
      sealed: row.sealed,
    }));
  }

  private note(tx: Tx, action: string, clientIds: readonly string[]): Promise<void> {
    return this.audit.record(tx, { action, subjectType: AUDIT_LOG, subjectIds: [], clientIds });
  }
}

/**
 * Reading the log is recorded with everybody who was named there. Were such a row to name them again, each
 * reading would name all of those before it, for ever.
 */
function clientsNamedBy(row: AuditEventRow): string[] {
  return row.subject_type === AUDIT_LOG ? [] : row.client_ids;
}

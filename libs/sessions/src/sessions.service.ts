import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { type ListPage, type Page, pageOf } from '@app/clients/list-page.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { KetamineSession } from './ketamine-session.entity.js';
import { ketamineSessionView, type KetamineSessionView } from './ketamine-session.view.js';
import { numberInSeries } from './session-number.rules.js';

/** Reads ketamine sessions. Commands stand in the course. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
  ) {}

  /** A client's ketamine sessions, newest first. Throws NotFound. */
  async list(actor: StaffActor, clientId: string, page: Page): Promise<ListPage<KetamineSessionView>> {
    return this.db.inClinic(actor, async (tx) => {
      await this.clients.mustSee(tx, clientId);
      const { items, next } = pageOf(await this.ofClient(tx, clientId), page);
      await this.audit.record(tx, {
        action: 'ketamine-sessions.listed',
        subjectType: 'ketamine-session',
        subjectIds: items.map(({ id }) => id),
        clientIds: [clientId],
      });
      return { items: await this.views(tx, items), next };
    });
  }

  /** Throws NotFound. */
  async one(tx: Tx, id: string): Promise<KetamineSession> {
    const row = await tx.manager.findOneBy(KetamineSession, { clinicId: tx.actor.clinicId, id });
    if (!row) throw new NotFound('ketamine session');
    return row;
  }

  /** All ketamine sessions of a client, newest first. */
  async ofClient(tx: Tx, clientId: string): Promise<KetamineSession[]> {
    return tx.manager.find(KetamineSession, {
      where: { clinicId: tx.actor.clinicId, clientId },
      order: { heldAt: 'DESC', id: 'DESC' },
    });
  }

  async view(tx: Tx, row: KetamineSession): Promise<KetamineSessionView> {
    const [view] = await this.views(tx, [row]);
    return view!;
  }

  /** Views in the order of the rows, of any number of clients. */
  async views(tx: Tx, rows: readonly KetamineSession[]): Promise<KetamineSessionView[]> {
    if (rows.length === 0) return [];
    const { clinicId } = tx.actor;
    const seriesIds = [...new Set(rows.map(({ seriesId }) => seriesId))];
    const all = await tx.manager.findBy(KetamineSession, { clinicId, seriesId: In(seriesIds) });
    const zones = new Map((await this.clinics.locations(tx)).map(({ id, timeZone }) => [id, timeZone]));
    return rows.map((row) =>
      ketamineSessionView(row, {
        timeZone: zones.get(row.locationId) ?? 'UTC',
        number: numberInSeries(row, all),
      }),
    );
  }
}

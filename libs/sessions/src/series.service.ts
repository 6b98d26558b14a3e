import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { type ListPage, type Page, pageOf } from '@app/clients/list-page.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { Series } from './series.entity.js';
import { seriesView, type SeriesView } from './series.view.js';

/** What a new series bears: the day it opened on the location's clock, and a name if it has one. */
interface NewSeries {
  clientId: string;
  name: string | null;
  openedOn: string;
}

/** Series of ketamine sessions; at most one of a client is open. Callers hold the client's lock. */
@Injectable()
export class SeriesService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clients: ClientsService,
  ) {}

  /** A client's series, newest first. Throws NotFound. */
  async list(actor: StaffActor, clientId: string, page: Page): Promise<ListPage<SeriesView>> {
    return this.db.inClinic(actor, async (tx) => {
      await this.clients.mustSee(tx, clientId);
      const rows = await tx.manager.find(Series, {
        where: { clinicId: actor.clinicId, clientId },
        order: { id: 'DESC' },
      });
      const { items, next } = pageOf(rows, page);
      await this.audit.record(tx, {
        action: 'series.listed',
        subjectType: 'series',
        subjectIds: items.map(({ id }) => id),
        clientIds: [clientId],
      });
      return { items: items.map(seriesView), next };
    });
  }

  /** One series of this client. Throws NotFound. */
  async one(tx: Tx, clientId: string, id: string): Promise<Series> {
    const row = await tx.manager.findOneBy(Series, { clinicId: tx.actor.clinicId, clientId, id });
    if (!row) throw new NotFound('series');
    return row;
  }

  async openOf(tx: Tx, clientId: string): Promise<Series | null> {
    return tx.manager.findOneBy(Series, { clinicId: tx.actor.clinicId, clientId, status: 'open' });
  }

  /** Closes the open series, if there is one, and opens another. Answers its id. */
  async open(tx: Tx, { clientId, name, openedOn }: NewSeries): Promise<string> {
    const { clinicId } = tx.actor;
    await tx.query(
      `update series set status = 'closed', version = version + 1
       where clinic_id = $1 and client_id = $2 and status = 'open'`,
      [clinicId, clientId],
    );
    const id = newId();
    await tx.manager.insert(Series, { clinicId, id, clientId, name, status: 'open', openedOn, version: 1 });
    return id;
  }
}

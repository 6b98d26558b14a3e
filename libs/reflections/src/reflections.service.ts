import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { type Page, pageOf } from '@app/clients/list-page.js';
import type { Actor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { ReflectionPartsService } from './reflection-parts.service.js';
import {
  openRow,
  placeOf,
  type ReflectionChoice,
  type ReflectionRow,
  reflectionsById,
  reflectionsOfClient,
} from './reflection-rows.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import { ReflectionListView, ReflectionView, reflectionView } from './reflection.view.js';

/** How a reflection is shown: in which language, and with which threads. */
export interface Shown {
  /** BCP 47, of the staff member who reads. */
  locale?: string;
  threads?: ThreadsOfReflections;
  /** What was sent alone, with nothing beside it: for who shows an excerpt. */
  bare?: true;
}

/** Reads what clients sent, for who may read their words. */
@Injectable()
export class ReflectionsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly parts: ReflectionPartsService,
  ) {}

  /** A client's reflections, newest first. NotFound for who does not read this client's words. */
  listFor(
    actor: Actor,
    clientId: string,
    page: Page,
    threads?: ThreadsOfReflections,
  ): Promise<ReflectionListView> {
    return this.db.inClinic(actor, async (tx) => {
      await this.keyring.client(tx, clientId);
      const slice = pageOf(await reflectionsOfClient(tx, clientId, {}), page);
      const items = await this.viewsOf(tx, clientId, slice.items, { threads });
      await this.audit.record(tx, {
        action: 'reflection.listed',
        subjectType: 'reflection',
        subjectIds: items.map((view) => view.id),
        clientIds: [clientId],
      });
      return { items, next: slice.next };
    });
  }

  /** The same in the caller's transaction, newest first; the caller writes the audit row. */
  async viewsIn(
    tx: Tx,
    clientId: string,
    choice: ReflectionChoice = {},
    shown: Shown = {},
  ): Promise<ReflectionView[]> {
    return this.viewsOf(tx, clientId, await reflectionsOfClient(tx, clientId, choice), shown);
  }

  /**
   * Reflections of any clients in reach, newest first; what the reader may not read is absent. The caller writes
   * the audit row.
   */
  async viewsById(tx: Tx, ids: readonly string[], shown: Shown = {}): Promise<ReflectionView[]> {
    const rows = await reflectionsById(tx, ids);
    const views = new Map<string, ReflectionView>();
    for (const clientId of new Set(rows.map((row) => row.client_id))) {
      const theirs = rows.filter((row) => row.client_id === clientId);
      for (const view of await this.viewsOf(tx, clientId, theirs, shown)) views.set(view.id, view);
    }
    return rows.map(({ id }) => views.get(id)!);
  }

  /** In the order of the rows, all of one client. @throws NotFound for who does not read their words */
  private async viewsOf(
    tx: Tx,
    clientId: string,
    rows: readonly ReflectionRow[],
    { locale = 'en-US', threads, bare }: Shown,
  ): Promise<ReflectionView[]> {
    const client = await this.keyring.client(tx, clientId);
    const place = await placeOf(tx, clientId, locale);
    const clinic = await this.keyring.clinic(tx);
    const opened = rows.map((row) => openRow(tx, { client, clinic }, row));
    const parts = await this.parts.of(tx, client, clientId, bare ? [] : opened, threads);
    return opened.map((open) => reflectionView(open, place, parts.get(open.id)));
  }
}

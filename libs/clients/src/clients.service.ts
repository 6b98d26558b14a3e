import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { CareTeamMember } from './care-team-member.entity.js';
import { type OpenClient, openContact, openName } from './client-contact.js';
import { clientRowFacts } from './clients.queries.js';
import { clientRowView, type ClientRowView, type NamedClient } from './client-row.view.js';
import { Client } from './client.entity.js';
import { clientView, type ClientView } from './client.view.js';
import { standingConsent } from './consents.queries.js';
import { type ListPage, type Page, pageOf } from './list-page.js';

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Reads clients: one, several, the list by name. Row-level security decides which of them there are. */
@Injectable()
export class ClientsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
  ) {}

  /** One client. Throws NotFound. */
  async read(actor: StaffActor, clientId: string): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const view = await this.view(tx, clientId);
      await this.audit.record(tx, {
        action: 'client.read',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return view;
    });
  }

  /** The clients this person may see, by name. Names are sealed, so they are opened, sorted, then sliced. */
  async list(actor: StaffActor, page: Page): Promise<ListPage<ClientRowView>> {
    return this.db.inClinic(actor, async (tx) => {
      const { items, next } = pageOf(await this.allByName(tx), page);
      const ids = items.map(({ id }) => id);
      const facts = await clientRowFacts(tx, ids);
      await this.audit.record(tx, {
        action: 'clients.listed',
        subjectType: 'client',
        subjectIds: ids,
        clientIds: ids,
      });
      return { items: items.map((client) => clientRowView(client, facts.get(client.id)!, tx.now)), next };
    });
  }

  /** A client's row with name and contact opened. Throws NotFound. */
  async open(tx: Tx, clientId: string): Promise<OpenClient> {
    const found = (await this.openMany(tx, [clientId])).get(clientId);
    if (!found) throw new NotFound('client');
    return found;
  }

  /** Several clients by id; those this actor may not see are absent. */
  async openMany(tx: Tx, clientIds: readonly string[]): Promise<Map<string, OpenClient>> {
    if (clientIds.length === 0) return new Map();
    const rows = await tx.manager.findBy(Client, { clinicId: tx.actor.clinicId, id: In([...clientIds]) });
    const key = await this.keyring.clinic(tx);
    return new Map(rows.map((row) => [row.id, openContact(key, row)]));
  }

  /** Throws NotFound unless this actor may see the client. */
  async mustSee(tx: Tx, clientId: string): Promise<Client> {
    const row = await tx.manager.findOneBy(Client, { clinicId: tx.actor.clinicId, id: clientId });
    if (!row) throw new NotFound('client');
    return row;
  }

  /**
   * The client's row, locked until the transaction ends: commands that touch one client's course run one
   * after the other. Throws NotFound.
   */
  async lock(tx: Tx, clientId: string): Promise<Client> {
    await tx.query('select 1 from clients where clinic_id = $1 and id = $2 for no key update', [
      tx.actor.clinicId,
      clientId,
    ]);
    return this.mustSee(tx, clientId);
  }

  /** Who is on the care team, longest first. */
  async careTeam(tx: Tx, clientId: string): Promise<CareTeamMember[]> {
    return tx.manager.find(CareTeamMember, {
      where: { clinicId: tx.actor.clinicId, clientId },
      order: { joinedAt: 'ASC', staffMemberId: 'ASC' },
    });
  }

  async view(tx: Tx, clientId: string): Promise<ClientView> {
    const client = await this.open(tx, clientId);
    const careTeam = await this.careTeam(tx, clientId);
    const consent = await standingConsent(tx, clientId);
    const staffNames = await this.clinics.staffNames(tx);
    return clientView(client, { careTeam, staffNames, consent, now: tx.now });
  }

  private async allByName(tx: Tx): Promise<NamedClient[]> {
    const rows = await tx.manager.findBy(Client, { clinicId: tx.actor.clinicId });
    const key = await this.keyring.clinic(tx);
    return rows
      .map((row) => ({ id: row.id, name: openName(key, row), row }))
      .sort((a, b) => byName.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
  }
}

import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { lockStaffing } from '@app/clinics/staff/staffing-lock.js';
import type { QuietHours } from '@app/clinics/quiet-hours.rules.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { NotFound, Unprocessable } from '@app/platform/errors/errors.js';
import { Idempotency } from '@app/platform/idempotency/idempotency.js';
import { newId } from '@app/platform/ids/ids.js';
import { CareTeamMember } from './care-team-member.entity.js';
import { careTeamFor, careTeamTrouble, type CareTeamSeat } from './care-team.rules.js';
import {
  addressTaken,
  consentColumns,
  type EmailConsent,
  quietHoursColumns,
} from './client-changes.service.js';
import { sealContact } from './client-contact.js';
import { Client } from './client.entity.js';
import { asksTwice, giveConsent } from './consents.queries.js';
import type { ClientView } from './client.view.js';
import { ClientsService } from './clients.service.js';

export interface NewClient {
  name: string;
  email?: string;
  phone?: string;
  pronouns?: string;
  /** IANA zone. */
  timeZone: string;
  /** Two letters; `en` when absent. */
  language?: string;
  emailConsent?: EmailConsent;
  /** Who reads for the client; a practitioner who adds a client may leave it out and joins it. */
  careTeam?: readonly CareTeamSeat[];
  quietHours?: QuietHours;
  /** The location of who adds the client, when absent. */
  locationId?: string;
}

/** Adds clients: row, care team, key. */
@Injectable()
export class ClientIntakeService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
  ) {}

  /** Throws Unprocessable (nobody would read), Conflict (address taken), NotFound (location). */
  async add(actor: StaffActor, client: NewClient, idempotencyKey?: string): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const call = { key: idempotencyKey, route: 'POST /clients', body: client };
      let action = 'client.read';
      const clientId = await this.idempotency.once(tx, call, () => {
        action = 'client.added';
        return this.insert(tx, actor, client);
      });
      await this.audit.record(tx, {
        action,
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return this.clients.view(tx, clientId);
    });
  }

  private async insert(tx: Tx, actor: StaffActor, client: NewClient): Promise<string> {
    const id = newId();
    const { clinicId } = actor;
    // Nobody who is named goes between here and the end.
    await lockStaffing(tx, 'rely');
    const careTeam = await this.careTeam(tx, actor, client);
    // Where the clinic asks by e-mail too, nothing is agreed to before that e-mail is answered.
    const isAskedTwice = await asksTwice(tx);
    const row: Client = {
      clinicId,
      id,
      locationId: await this.locationId(tx, actor, client),
      nameSealed: null,
      emailSealed: null,
      emailHash: null,
      emailChangedAt: null,
      phoneSealed: null,
      pronounsSealed: null,
      emergencyContactSealed: null,
      ...sealContact(await this.keyring.clinic(tx), { clinicId, id }, client),
      timeZone: client.timeZone,
      language: client.language ?? 'en',
      status: 'active',
      pace: 'steady',
      quietFrom: null,
      quietTo: null,
      ...quietHoursColumns(client.quietHours),
      emailConsentGivenOn: null,
      emailConsentHow: null,
      ...(isAskedTwice ? {} : consentColumns(tx, client.emailConsent, client.timeZone)),
      restFrom: null,
      restUntil: null,
      restBy: null,
      restLength: null,
      stoppedAt: null,
      suppressedAt: null,
      suppressedWhy: null,
      softBounces: 0,
      mailboxShared: null,
      passphraseHash: null,
      createdAt: tx.now,
      version: 1,
    };
    await tx.manager.insert(Client, row).catch(addressTaken);
    // One statement each: a practitioner sees the client, and may name others, only once on its care team.
    for (const { staffMemberId, seat } of careTeam) {
      await tx.manager.insert(CareTeamMember, {
        clinicId,
        clientId: id,
        staffMemberId,
        seat,
        joinedAt: tx.now,
      });
    }
    await this.keyring.createForClient(tx, id);
    if (row.emailConsentGivenOn) await giveConsent(tx, { clientId: id, language: row.language });
    return id;
  }

  private async careTeam(tx: Tx, actor: StaffActor, client: NewClient): Promise<CareTeamSeat[]> {
    const team = careTeamFor(actor, client.careTeam);
    const trouble = careTeamTrouble(team, await this.clinics.staff(tx));
    if (trouble) throw new Unprocessable('invalid', [trouble]);
    return team;
  }

  private async locationId(tx: Tx, actor: StaffActor, { locationId }: NewClient): Promise<string> {
    if (locationId) return (await this.clinics.location(tx, locationId)).id;
    const me = (await this.clinics.staff(tx)).find(({ id }) => id === actor.staffMemberId);
    if (!me) throw new NotFound('staff member');
    return me.locationId;
  }
}

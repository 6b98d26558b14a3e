import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { SystemActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { newId } from '@app/platform/ids/ids.js';
import { Clinic } from '../clinic.entity.js';
import { Location } from '../location.entity.js';
import { freeSlug } from '../settings/free-slug.js';
import { StaffJoining } from '../staff/staff-joining.service.js';

export interface NewClinic {
  clinicName: string;
  shortName: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** IANA zone of its first location. */
  timeZone: string;
  phone: string;
}

/** Usual hours, until somebody sets the clinic's own. */
const FIRST_HOURS = {
  quietFrom: '21:00',
  quietTo: '08:00',
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [1, 2, 3, 4, 5],
};

/** Makes a clinic: the tenant, its key, its first location, and its first staff member. */
@Injectable()
export class ClinicFounding {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly joining: StaffJoining,
    private readonly audit: AuditService,
  ) {}

  /**
   * All of it in one transaction, together with what `founder` does in it. The founder is admin and practitioner.
   * Gives the clinic's id.
   */
  async found(
    clinic: NewClinic,
    name: string,
    founder: (tx: Tx) => Promise<{ accountId: string }>,
    clinicId = newId(),
  ): Promise<string> {
    const actor: SystemActor = { kind: 'system', clinicId, job: 'start-clinic' };
    await this.db.inClinic(actor, async (tx) => {
      const { accountId } = await founder(tx);
      const locationId = await this.place(tx, clinic);
      await this.audit.record(tx, {
        action: 'clinic.started',
        subjectType: 'clinic',
        subjectIds: [clinicId],
        clientIds: [],
      });
      await this.joining.join(tx, { accountId, name, roles: ['admin', 'practitioner'], locationId });
    });
    return clinicId;
  }

  private async place(tx: Tx, { clinicName: name, shortName, country, timeZone, phone }: NewClinic) {
    const { clinicId } = tx.actor;
    await tx.manager.insert(Clinic, {
      clinicId,
      name,
      shortName,
      slug: await freeSlug(tx, shortName),
      country,
      phone,
      // Nobody promises to read until the clinic says on which days.
      readingDays: [],
      setUpAt: null,
      createdAt: tx.now,
      version: 1,
    });
    await this.keyring.createForClinic(tx);
    const id = newId();
    await tx.manager.insert(Location, { clinicId, id, name, timeZone, ...FIRST_HOURS, version: 1 });
    return id;
  }
}

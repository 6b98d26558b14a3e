import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Role } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Clinic } from './clinic.entity.js';
import { Location } from './location.entity.js';
import { StaffMember } from './staff/staff-member.entity.js';

/** A staff member with their name opened. */
export interface OpenStaffMember {
  id: string;
  accountId: string;
  name: string;
  roles: Role[];
  status: 'active' | 'suspended';
  locationId: string;
  wantsDigest: boolean;
  createdAt: Temporal.Instant;
  version: number;
}

/** The clinic of the running transaction: its places and its people. */
@Injectable()
export class ClinicsService {
  constructor(private readonly keyring: Keyring) {}

  /** @throws NotFound */
  async clinic(tx: Tx): Promise<Clinic> {
    const clinic = await tx.manager.findOneBy(Clinic, { clinicId: tx.actor.clinicId });
    if (!clinic) throw new NotFound('clinic');
    return clinic;
  }

  /** @throws NotFound */
  async location(tx: Tx, locationId: string): Promise<Location> {
    const location = await tx.manager.findOneBy(Location, { clinicId: tx.actor.clinicId, id: locationId });
    if (!location) throw new NotFound('location');
    return location;
  }

  /** By name. */
  locations(tx: Tx): Promise<Location[]> {
    return tx.manager.find(Location, {
      where: { clinicId: tx.actor.clinicId },
      order: { name: 'ASC', id: 'ASC' },
    });
  }

  /** Everybody, the suspended included, by name. */
  async staff(tx: Tx): Promise<OpenStaffMember[]> {
    const rows = await tx.manager.findBy(StaffMember, { clinicId: tx.actor.clinicId });
    const key = await this.keyring.clinic(tx);
    const collator = new Intl.Collator('en');
    return rows
      .map((row) => ({
        id: row.id,
        accountId: row.accountId,
        name: unseal(key, { clinicId: row.clinicId, label: 'staff.name', rowId: row.id }, row.nameSealed),
        roles: row.roles,
        status: row.status,
        locationId: row.locationId,
        wantsDigest: row.wantsDigest,
        createdAt: row.createdAt,
        version: row.version,
      }))
      .sort((a, b) => collator.compare(a.name, b.name) || a.id.localeCompare(b.id));
  }

  /** Names by staff member id, the suspended included: what they wrote keeps their name. */
  async staffNames(tx: Tx): Promise<Map<string, string>> {
    return new Map((await this.staff(tx)).map((member) => [member.id, member.name]));
  }
}

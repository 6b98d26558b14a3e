import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Role } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { Conflict } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { StaffMember } from './staff-member.entity.js';

export interface Newcomer {
  accountId: string;
  name: string;
  roles: Role[];
  locationId: string;
}

/** Makes an account a staff member of the clinic of the running transaction. */
@Injectable()
export class StaffJoining {
  constructor(
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  /** Gives the staff member's id. @throws Conflict `already-exists`, or `suspended-already`: an admin restores them */
  async join(tx: Tx, { accountId, name, roles, locationId }: Newcomer): Promise<string> {
    const { clinicId } = tx.actor;
    const present = await tx.manager.findOneBy(StaffMember, { clinicId, accountId });
    if (present) throw new Conflict(present.status === 'active' ? 'already-exists' : 'suspended-already');
    const id = newId();
    const key = await this.keyring.clinic(tx);
    await tx.manager.insert(StaffMember, {
      clinicId,
      id,
      accountId,
      locationId,
      nameSealed: seal(key, { clinicId, label: 'staff.name', rowId: id }, name),
      roles,
      status: 'active',
      createdAt: tx.now,
      version: 1,
    });
    await this.audit.record(tx, {
      action: 'staff-member.joined',
      subjectType: 'staff-member',
      subjectIds: [id],
      clientIds: [],
    });
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import { ArrayContains } from 'typeorm';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { keyedHash, seal, unseal } from '@app/platform/encryption/sealing.js';
import { normalisedEmail } from '../accounts/accounts.service.js';
import { ClinicsService } from '../clinics.service.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { Invitation } from './invitation.entity.js';
import { invitationState } from './invitation-state.rules.js';
import type { InvitationView } from './invitation.view.js';

/** Who is invited, opened. */
export interface Invitee {
  email: string;
  name: string;
}

/** Rows of invitations: sealed, found, opened, shown. */
@Injectable()
export class InvitationRows {
  constructor(
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
  ) {}

  /** The columns that hold who is invited. */
  async sealed(tx: Tx, id: string, { email, name }: Invitee) {
    const key = await this.keyring.clinic(tx);
    return {
      emailHash: await this.emailHash(tx, email),
      emailSealed: seal(key, binding(tx, 'invitation.email', id), email),
      nameSealed: seal(key, binding(tx, 'invitation.name', id), name),
    };
  }

  async opened(tx: Tx, row: Invitation): Promise<Invitee> {
    const key = await this.keyring.clinic(tx);
    return {
      email: unseal(key, binding(tx, 'invitation.email', row.id), row.emailSealed),
      name: unseal(key, binding(tx, 'invitation.name', row.id), row.nameSealed),
    };
  }

  async emailHash(tx: Tx, email: string): Promise<Buffer> {
    const { bytes } = await this.keyring.clinic(tx);
    return keyedHash(bytes, 'invitation-email', normalisedEmail(email));
  }

  find(tx: Tx, id: string): Promise<Invitation | null> {
    return tx.manager.findOneBy(Invitation, { clinicId: tx.actor.clinicId, id });
  }

  /** Holds the row until the transaction ends: two decisions about one invitation wait for each other. */
  held(tx: Tx, id: string): Promise<Invitation | null> {
    return tx.manager.findOne(Invitation, {
      where: { clinicId: tx.actor.clinicId, id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Is who sent it an admin who works here now? Nobody's invitation outlives what they may do. */
  isVouchedFor(tx: Tx, { clinicId, invitedBy }: Invitation): Promise<boolean> {
    const wanted = { clinicId, id: invitedBy, status: 'active' as const, roles: ArrayContains(['admin']) };
    return tx.manager.existsBy(StaffMember, wanted);
  }

  /** Newest first. */
  list(tx: Tx): Promise<Invitation[]> {
    return tx.manager.find(Invitation, {
      where: { clinicId: tx.actor.clinicId },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  async views(tx: Tx, rows: readonly Invitation[]): Promise<InvitationView[]> {
    const places = new Map((await this.clinics.locations(tx)).map(({ id, name }) => [id, name]));
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        version: row.version,
        ...(await this.opened(tx, row)),
        roles: row.roles,
        locationName: places.get(row.locationId) ?? '',
        createdAt: row.createdAt.toString(),
        expiresAt: row.expiresAt.toString(),
        state: invitationState(row, tx.now),
      })),
    );
  }
}

function binding(tx: Tx, label: string, rowId: string) {
  return { clinicId: tx.actor.clinicId, label, rowId };
}

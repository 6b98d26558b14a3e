import { Injectable } from '@nestjs/common';
import type { Role, StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { ClinicsService, type OpenStaffMember } from '../clinics.service.js';
import { SignInsService } from '../sign-ins/sign-ins.service.js';
import { StaffMember } from './staff-member.entity.js';
import type { AskedFirst, Dependants } from './staff-changes.rules.js';
import { lockStaffing, mustStillWorkHere } from './staffing-lock.js';

/** What is given is changed. */
export interface StaffMemberChange {
  name?: string;
  roles?: readonly Role[];
  locationId?: string;
  status?: 'active' | 'suspended';
}

/** Rows of the staff, for the commands that change them. */
@Injectable()
export class StaffMembersService {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly keyring: Keyring,
    private readonly signIns: SignInsService,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * Everybody, and one of them; nobody else changes the staff until the transaction ends. Throws NotFound,
   * SignedOut when the caller was suspended, or got other roles, while waiting.
   */
  async locked(
    tx: Tx,
    actor: StaffActor,
    id: string,
  ): Promise<{ staff: OpenStaffMember[]; member: OpenStaffMember }> {
    await lockStaffing(tx);
    const staff = await this.clinics.staff(tx);
    mustStillWorkHere(actor, staff);
    const member = staff.find((one) => one.id === id);
    if (!member) throw new NotFound('staff member');
    return { staff, member };
  }

  /** Throws NotFound (location), Conflict (stale version). */
  async change(tx: Tx, member: OpenStaffMember, change: StaffMemberChange): Promise<void> {
    const { clinicId } = tx.actor;
    const { id, version } = member;
    const { name, roles, locationId, status } = change;
    if (locationId) await this.clinics.location(tx, locationId);
    const key = await this.keyring.clinic(tx);
    const { affected } = await tx.manager.update(
      StaffMember,
      { clinicId, id, version },
      {
        ...(name !== undefined && {
          nameSealed: seal(key, { clinicId, label: 'staff.name', rowId: id }, name.trim()),
        }),
        ...(roles && { roles: [...roles] }),
        ...(locationId && { locationId }),
        ...(status && { status }),
        version: version + 1,
      },
    );
    if (affected !== 1) throw staleVersion();
  }

  /** What they may do has changed: every sign-in to this clinic ends with it, and they are told. */
  async signOutAndTell(
    tx: Tx,
    { id, accountId }: OpenStaffMember,
    kind: 'roles-changed' | 'suspended' | null,
  ): Promise<void> {
    await this.signIns.endOfStaffMember(tx, id);
    if (kind) await this.tell(tx, accountId, kind);
  }

  async tell(
    tx: Tx,
    accountId: string,
    kind: 'roles-changed' | 'admin-changed-own-roles' | 'suspended' | 'restored',
  ): Promise<void> {
    await this.mails.add({ kind, to: { accountId }, clinicId: tx.actor.clinicId }, tx);
  }

  /** An admin has given themself another role: the other admins hear of it. */
  async tellOtherAdmins(tx: Tx, staff: readonly OpenStaffMember[], exceptId: string): Promise<void> {
    for (const { id, accountId, roles, status } of staff) {
      if (id === exceptId || status !== 'active' || !roles.includes('admin')) continue;
      await this.tell(tx, accountId, 'admin-changed-own-roles');
    }
  }

  /** On how many rosters somebody stands, in any place and as the responder. */
  async places(tx: Tx, id: string): Promise<Pick<Dependants, 'onRosters' | 'respondsOn'>> {
    const [row] = await tx.query<Pick<Dependants, 'onRosters' | 'respondsOn'>>(
      `select count(*)::int as "onRosters", count(*) filter (where responder_id = $2)::int as "respondsOn"
       from rosters where clinic_id = $1 and $2 in (responder_id, backup_id, lead_id)`,
      [tx.actor.clinicId, id],
    );
    return row!;
  }

  /** Who is named on the roster for psychological needs; null where none is set up. */
  async askedFirst(tx: Tx): Promise<AskedFirst | null> {
    const [row] = await tx.query<{ lead_id: string; responder_id: string }>(
      `select lead_id, responder_id from rosters where clinic_id = $1 and kind = 'psychological'`,
      [tx.actor.clinicId],
    );
    return row ? { leadId: row.lead_id, responderId: row.responder_id } : null;
  }
}

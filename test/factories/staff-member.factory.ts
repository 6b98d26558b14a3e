import type { Role, StaffActor } from '@app/platform/actor.js';
import { StaffMember } from '@app/clinics/staff/staff-member.entity.js';
import { seal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { MadeClinic } from './clinic.factory.js';
import type { House } from './house.js';

export interface StaffMemberWishes {
  clinic: MadeClinic;
  name?: string;
  email?: string;
  password?: string;
  roles?: Role[];
  /** An account that exists, for a person in a second clinic; then e-mail and password stay as they are. */
  accountId?: string;
}

export interface MadeStaffMember {
  staffMemberId: string;
  accountId: string;
  name: string;
  email: string;
  password: string;
  /** To act as this person. */
  actor: StaffActor;
}

let made = 0;

/** A practitioner with an account, a name and a password of their own. */
export async function aStaffMember(
  { db, keyring, accounts }: House,
  wishes: StaffMemberWishes,
): Promise<MadeStaffMember> {
  made += 1;
  const { clinicId, locationId, system } = wishes.clinic;
  const id = newId();
  const name = wishes.name ?? 'Maren Okoye';
  const email = wishes.email ?? `staff-${made}-${id.slice(-6)}@fernhollow.example`;
  const password = wishes.password ?? 'a calm morning by the fern';
  const roles = wishes.roles ?? ['practitioner'];
  const accountId = wishes.accountId ?? (await accounts.create(email, password));
  await db.inClinic(system, async (tx) => {
    await tx.manager.insert(StaffMember, {
      clinicId,
      id,
      accountId,
      locationId,
      nameSealed: seal(await keyring.clinic(tx), { clinicId, label: 'staff.name', rowId: id }, name),
      roles,
      status: 'active',
      createdAt: tx.now,
      version: 1,
    });
  });
  const actor: StaffActor = { kind: 'staff', clinicId, accountId, staffMemberId: id, roles };
  return { staffMemberId: id, accountId, name, email, password, actor };
}

import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import type { OpenStaffMember } from '../clinics.service.js';
import { sameRoles } from './staff-changes.rules.js';

/**
 * Who works here, who covers and who reads for whom change one at a time in a clinic: two admins who demote
 * each other must not leave none, and a reader must not go while another leaves the same care team. Taken
 * before any client's lock, and held until the transaction ends. Who only relies on the staff as it is
 * (`rely`) waits for a change, not for each other.
 */
export async function lockStaffing(tx: Tx, how: 'change' | 'rely' = 'change'): Promise<void> {
  const strength = how === 'change' ? 'no key update' : 'share';
  await tx.query(`select 1 from clinics where clinic_id = $1 for ${strength}`, [tx.actor.clinicId]);
}

/** Under the lock: throws SignedOut when the caller was suspended, or got other roles, while waiting for it. */
export function mustStillWorkHere(actor: StaffActor, staff: readonly OpenStaffMember[]): void {
  const caller = staff.find(({ id }) => id === actor.staffMemberId);
  if (caller?.status !== 'active' || !sameRoles(caller.roles, actor.roles)) throw new SignedOut();
}

import type { Role } from '@app/platform/actor.js';
import type { SettingTrouble } from './settings.types.js';

/** Who stands on a roster. */
export interface RosterPeople {
  responderId: string;
  backupId: string | null;
  leadId: string;
  /** Somebody outside the clinic gets wordless notices. */
  hasOutsideBackup: boolean;
}

interface Colleague {
  id: string;
  roles: readonly Role[];
  status: 'active' | 'suspended';
}

/**
 * What is wrong with the people of a roster: all of them work here now, the responder is a practitioner, and
 * somebody else is told when the responder does not answer.
 */
export function rosterTrouble(people: RosterPeople, staff: readonly Colleague[]): SettingTrouble | null {
  const { responderId, backupId, leadId, hasOutsideBackup } = people;
  const atWork = (id: string) => staff.find((one) => one.id === id && one.status === 'active');
  const trouble = (field: string, code: string) => ({ field, code });
  const responder = atWork(responderId);
  if (!responder) return trouble('responderId', 'notOnStaff');
  if (!responder.roles.includes('practitioner')) return trouble('responderId', 'notPractitioner');
  if (backupId !== null && !atWork(backupId)) return trouble('backupId', 'notOnStaff');
  if (!atWork(leadId)) return trouble('leadId', 'notOnStaff');
  if (backupId === responderId) return trouble('backupId', 'backupIsResponder');
  if (backupId === null && !hasOutsideBackup) return trouble('backupId', 'noBackup');
  return null;
}

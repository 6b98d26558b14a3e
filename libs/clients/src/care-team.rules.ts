import type { Role } from '@app/platform/actor.js';
import type { Seat } from './client.types.js';

export interface CareTeamSeat {
  staffMemberId: string;
  seat: Seat;
}

interface Adder {
  staffMemberId: string;
  roles: readonly Role[];
}

interface StaffFacts {
  id: string;
  roles: readonly Role[];
  status: string;
}

/** What is wrong with a care team, as a field error. */
interface CareTeamTrouble {
  field: string;
  code: 'arrayMinSize' | 'notOnStaff' | 'noReader';
  params: Record<string, number>;
}

/**
 * The care team of a new client, who adds it first. A practitioner who names none reads for the client; one
 * who may see only their own clients always joins, or the client would be out of reach at once.
 */
export function careTeamFor(adder: Adder, named: readonly CareTeamSeat[] = []): CareTeamSeat[] {
  const { staffMemberId, roles } = adder;
  const own = named.find((one) => one.staffMemberId === staffMemberId);
  const others = named.filter((one) => one !== own);
  const seesAll = roles.includes('admin') || roles.includes('coordinator');
  const joins = roles.includes('practitioner') && (named.length === 0 || !seesAll);
  if (own) return [own, ...others];
  return joins ? [{ staffMemberId, seat: 'words' }, ...others] : [...others];
}

/** Everybody must be an active practitioner of the clinic, and somebody must read; null when all is well. */
export function careTeamTrouble(
  team: readonly CareTeamSeat[],
  staff: readonly StaffFacts[],
): CareTeamTrouble | null {
  if (team.length === 0) return { field: 'careTeam', code: 'arrayMinSize', params: { min: 1 } };
  const treats = new Set(
    staff.filter((one) => one.status === 'active' && one.roles.includes('practitioner')).map(({ id }) => id),
  );
  if (!team.every(({ staffMemberId }) => treats.has(staffMemberId))) {
    return { field: 'careTeam', code: 'notOnStaff', params: {} };
  }
  const isRead = team.some(({ seat }) => seat !== 'body');
  return isRead ? null : { field: 'careTeam', code: 'noReader', params: {} };
}

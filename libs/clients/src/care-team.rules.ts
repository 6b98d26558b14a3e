import type { Role } from '@app/platform/actor.js';
import { treatsNow } from '@app/clinics/staff/staff-changes.rules.js';
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
  status: 'active' | 'suspended';
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
  const treats = new Set(staff.filter(treatsNow).map(({ id }) => id));
  if (!team.every(({ staffMemberId }) => treats.has(staffMemberId))) {
    return { field: 'careTeam', code: 'notOnStaff', params: {} };
  }
  return isRead(team, staff) ? null : { field: 'careTeam', code: 'noReader', params: {} };
}

/** Does somebody who treats now sit in a seat that reads the client's words? */
export function isRead(team: readonly CareTeamSeat[], staff: readonly StaffFacts[]): boolean {
  const readers = new Set(staff.filter(treatsNow).map(({ id }) => id));
  return team.some(({ staffMemberId, seat }) => seat !== 'body' && readers.has(staffMemberId));
}

/**
 * The accounts of who reads, or did until now, when somebody else changed who reads. Nobody when that stayed as
 * it was.
 */
export function readersToTell(
  { team, after }: Record<'team' | 'after', readonly CareTeamSeat[]>,
  staff: readonly (StaffFacts & { accountId: string })[],
  actorId: string,
): string[] {
  const seats = (of: readonly CareTeamSeat[]) =>
    of.filter(({ seat }) => seat !== 'body').map(({ staffMemberId, seat }) => `${staffMemberId} ${seat}`);
  if (seats(team).sort().join() === seats(after).sort().join()) return [];
  const told = [...team, ...after].filter(({ seat }) => seat !== 'body');
  const isTold = ({ id }: StaffFacts) => id !== actorId && told.some((one) => one.staffMemberId === id);
  return staff.filter((one) => treatsNow(one) && isTold(one)).map(({ accountId }) => accountId);
}

/** An admin, and whoever sits on this team in the seat `words`. Cover and break-glass read, but decide nothing. */
export function mayChangeCareTeam({ staffMemberId, roles }: Adder, team: readonly CareTeamSeat[]): boolean {
  if (roles.includes('admin')) return true;
  if (!roles.includes('practitioner')) return false;
  return team.some((one) => one.staffMemberId === staffMemberId && one.seat === 'words');
}

/** The team once somebody sits in this seat, or, without one, has left. Everybody else stays where they were. */
export function careTeamAfter<One extends CareTeamSeat>(
  team: readonly One[],
  change: { joins: One } | { leavesId: string },
): One[] {
  if ('leavesId' in change) return team.filter(({ staffMemberId }) => staffMemberId !== change.leavesId);
  const { joins } = change;
  const isOn = team.some(({ staffMemberId }) => staffMemberId === joins.staffMemberId);
  return isOn
    ? team.map((one) => (one.staffMemberId === joins.staffMemberId ? joins : one))
    : [...team, joins];
}

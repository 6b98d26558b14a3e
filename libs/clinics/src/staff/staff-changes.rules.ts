import { Temporal } from 'temporal-polyfill';
import type { Role } from '@app/platform/actor.js';

/** What the rules know of a person on the staff. */
export interface StaffStanding {
  id: string;
  roles: readonly Role[];
  status: 'active' | 'suspended';
  createdAt: Temporal.Instant;
}

/** Who is asked first when clients need another reader: of the roster for psychological needs. */
export interface AskedFirst {
  leadId: string;
  responderId: string;
}

/** How many people depend on this person alone. */
export interface Dependants {
  /** Clients whose only active reader they are. */
  readsAloneFor: number;
  /** Absences, now or ahead, that they cover. */
  coversFor: number;
  /** Rosters they stand on in any place, and those on which they are the responder. */
  onRosters: number;
  respondsOn: number;
}

/** Why a change of staff is refused; the code of the problem. */
export type StaffTrouble =
  'conflict' | 'not-yourself' | 'last-admin' | 'on-roster' | 'sole-reader' | 'covers-somebody' | 'no-lead';

/** Do they sign in and treat: may they sit on a care team, and cover? */
export function treatsNow({ roles, status }: Pick<StaffStanding, 'roles' | 'status'>): boolean {
  return status === 'active' && roles.includes('practitioner');
}

/** Why these roles may not become theirs, or null. Whoever is suspended keeps nobody from anything. */
export function roleChangeTrouble(
  staff: readonly StaffStanding[],
  memberId: string,
  roles: readonly Role[],
  dependants: Dependants,
): StaffTrouble | null {
  const member = staff.find(({ id }) => id === memberId);
  if (member?.status !== 'active') return null;
  if (!keepsAdmin(staff, { ...member, roles })) return 'last-admin';
  if (!treatsNow(member) || roles.includes('practitioner')) return null;
  if (dependants.respondsOn > 0) return 'on-roster';
  return dependantsTrouble(dependants);
}

/**
 * Why somebody may not be suspended, or leave, or null. `successorId` is who takes over the clients that would
 * be left without a reader; undefined when they are to stay as they are.
 */
export function suspensionTrouble(
  staff: readonly StaffStanding[],
  memberId: string,
  dependants: Dependants,
  successorId?: string | null,
): StaffTrouble | null {
  const member = staff.find(({ id }) => id === memberId);
  if (member?.status !== 'active') return 'conflict';
  if (!keepsAdmin(staff, { ...member, status: 'suspended' })) return 'last-admin';
  // Whoever takes over the clients is not thereby who answers a safety flag: that somebody chooses.
  if (dependants.onRosters > 0) return 'on-roster';
  const trouble = dependantsTrouble(dependants);
  if (!trouble || successorId) return null;
  return successorId === null ? 'no-lead' : trouble;
}

/**
 * Who takes over for somebody who goes: the roster's lead, else its responder, else the practitioner who is an
 * admin and has been here longest. `absentIds` are who goes and who is away. Null when none of them treats now.
 */
export function leadFor(
  staff: readonly StaffStanding[],
  asked: AskedFirst | null,
  absentIds: readonly string[],
): string | null {
  const others = staff.filter((one) => !absentIds.includes(one.id) && treatsNow(one));
  const named = [asked?.leadId, asked?.responderId].find((id) => others.some((one) => one.id === id));
  if (named) return named;
  const [longest] = others.filter(({ roles }) => roles.includes('admin')).sort(byTimeHere);
  return longest?.id ?? null;
}

/** Taken for sets: neither order nor repetition matters. */
export function sameRoles(one: readonly Role[], other: readonly Role[]): boolean {
  return one.every((role) => other.includes(role)) && other.every((role) => one.includes(role));
}

function keepsAdmin(staff: readonly StaffStanding[], after: StaffStanding): boolean {
  const before = staff.find(({ id }) => id === after.id);
  if (!before || !administersNow(before)) return true;
  return staff.some((one) => administersNow(one.id === after.id ? after : one));
}

function administersNow({ roles, status }: StaffStanding): boolean {
  return status === 'active' && roles.includes('admin');
}

function dependantsTrouble({ readsAloneFor, coversFor }: Dependants): StaffTrouble | null {
  if (readsAloneFor > 0) return 'sole-reader';
  return coversFor > 0 ? 'covers-somebody' : null;
}

function byTimeHere(one: StaffStanding, other: StaffStanding): number {
  return Temporal.Instant.compare(one.createdAt, other.createdAt) || (one.id < other.id ? -1 : 1);
}

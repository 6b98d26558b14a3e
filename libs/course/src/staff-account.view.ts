import type { Temporal } from 'temporal-polyfill';
import type { Absence } from '@app/clinics/absences/absence.entity.js';
import type { OpenStaffMember } from '@app/clinics/clinics.service.js';
import type { Role } from '@app/platform/actor.js';

export class AwayView {
  absenceId!: string;
  /** First and last day away, `YYYY-MM-DD`. */
  fromOn!: string;
  untilOn!: string;
  coverName!: string;
}

/** A person on the staff, as an admin sees them. */
export class StaffAccountView {
  id!: string;
  version!: number;
  name!: string;
  email!: string;
  roles!: Role[];
  status!: 'active' | 'suspended';
  locationId!: string;
  locationName!: string;
  /** When they last used a sign-in to this clinic; null when never, or too long ago to be known. */
  lastSeenAt!: string | null;
  /** An authenticator app or a passkey is enrolled. */
  secondFactor!: boolean;
  /** Away now. */
  away!: AwayView | null;
  /** Clients whose only active reader they are. */
  readsAloneFor!: number;
}

export interface StaffAccountFacts {
  email: string;
  locationName: string;
  lastSeenAt: Temporal.Instant | null;
  secondFactor: boolean;
  away: { absence: Absence; coverName: string } | null;
  readsAloneFor: number;
}

export function staffAccountView(member: OpenStaffMember, facts: StaffAccountFacts): StaffAccountView {
  const { away } = facts;
  return {
    id: member.id,
    version: member.version,
    name: member.name,
    email: facts.email,
    roles: member.roles,
    status: member.status,
    locationId: member.locationId,
    locationName: facts.locationName,
    lastSeenAt: facts.lastSeenAt?.toString() ?? null,
    secondFactor: facts.secondFactor,
    away: away && {
      absenceId: away.absence.id,
      fromOn: away.absence.fromOn,
      untilOn: away.absence.untilOn,
      coverName: away.coverName,
    },
    readsAloneFor: facts.readsAloneFor,
  };
}

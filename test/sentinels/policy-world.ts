import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Actor, Role, StaffActor } from '@app/platform/actor.js';
import { fillCare } from './policy-world.care.js';
import { insert } from './insert-row.js';
import { AT, NAMES } from './policy-people.js';
import { aClientWithEverything } from './policy-world.client.js';
import { aClinicWithPeople, rolesOf, slugOf } from './policy-world.clinic.js';

/** Two clinics with a row in every table, by plain statements: the policies alone are under test. */
export interface PolicyWorld {
  clinicId: string;
  otherClinicId: string;
  /** Whose rows everything is about. */
  clientId: string;
  signInHash: Buffer;
  pendingSignInHash: Buffer;
  accountId: string;
  /** Who reads the client's words, by their own seat. */
  readerId: string;
  /** The public address of the first clinic. */
  slug: string;
  /** How many practitioners, over both clinics, are due a morning mail. */
  digests: number;
  actors: Record<ActorName, Actor | null>;
}

export type ActorName =
  | 'reads the words'
  | 'supervises'
  | 'sits in the body seat'
  | 'is off the care team'
  | 'is on no care team'
  | 'covers a colleague'
  | 'covers the body seat'
  | 'covered until yesterday'
  | 'covers from tomorrow'
  | 'was to cover'
  | 'broke the glass'
  | 'broke it an hour ago'
  | 'broke it and closed it'
  | 'coordinates from the words seat'
  | 'coordinates'
  | 'administers'
  | 'practises next door'
  | 'administers next door'
  | 'is the client'
  | 'is another client'
  | 'is a client next door'
  | 'is the product'
  | 'is the product next door'
  | 'is nobody';

/** Fills an empty database, as a superuser. The clock stands at a real now: what is due is due. */
export async function fillPolicyWorld(admin: Client): Promise<PolicyWorld> {
  const [clinicId, otherClinicId] = [randomUUID(), randomUUID()];
  const ours = await aClinicWithPeople(admin, clinicId);
  const theirs = await aClinicWithPeople(admin, otherClinicId);
  const clientId = await aClientWithEverything(admin, clinicId, ours, ours.words);
  const second = await aClientWithEverything(admin, clinicId, ours, ours.off);
  const stranger = await aClientWithEverything(admin, otherClinicId, theirs, theirs.words);
  const staff = (clinic: string, id: string, ...roles: Role[]): StaffActor => ({
    kind: 'staff',
    clinicId: clinic,
    accountId: ours.accountId,
    staffMemberId: id,
    roles,
  });
  for (const [seat, id] of [
    ['body', ours.body],
    ['supervisor', ours.supervisor],
  ] as const) {
    await insert(admin, 'care_team_members', {
      clinic_id: clinicId,
      client_id: clientId,
      staff_member_id: id,
      seat,
      joined_at: AT,
    });
  }
  await fillCare(admin, { clinicId, clientId, people: ours });
  await fillCare(admin, { clinicId: otherClinicId, clientId: stranger, people: theirs });
  return {
    clinicId,
    otherClinicId,
    clientId,
    signInHash: ours.signInHash,
    pendingSignInHash: ours.pendingSignInHash,
    accountId: ours.accountId,
    readerId: ours.words,
    slug: slugOf(clinicId),
    digests: 2 * NAMES.filter((name) => rolesOf(name).includes('practitioner')).length,
    actors: {
      'reads the words': staff(clinicId, ours.words, 'practitioner'),
      supervises: staff(clinicId, ours.supervisor, 'practitioner'),
      'sits in the body seat': staff(clinicId, ours.body, 'practitioner'),
      'is off the care team': staff(clinicId, ours.off, 'practitioner'),
      'is on no care team': staff(clinicId, ours.alone, 'practitioner'),
      'covers a colleague': staff(clinicId, ours.covers, 'practitioner'),
      'covers the body seat': staff(clinicId, ours.coversBody, 'practitioner'),
      'covered until yesterday': staff(clinicId, ours.covered, 'practitioner'),
      'covers from tomorrow': staff(clinicId, ours.willCover, 'practitioner'),
      'was to cover': staff(clinicId, ours.spared, 'practitioner'),
      'broke the glass': staff(clinicId, ours.glass, 'practitioner'),
      'broke it an hour ago': staff(clinicId, ours.glassBefore, 'practitioner'),
      'broke it and closed it': staff(clinicId, ours.glassClosed, 'practitioner'),
      'coordinates from the words seat': staff(clinicId, ours.words, 'coordinator'),
      coordinates: staff(clinicId, ours.coordinator, 'coordinator'),
      administers: staff(clinicId, ours.admin, 'admin'),
      'practises next door': staff(otherClinicId, theirs.words, 'practitioner'),
      'administers next door': staff(otherClinicId, theirs.admin, 'admin', 'coordinator', 'practitioner'),
      'is the client': { kind: 'client', clinicId, clientId },
      'is another client': { kind: 'client', clinicId, clientId: second },
      'is a client next door': { kind: 'client', clinicId: otherClinicId, clientId: stranger },
      'is the product': { kind: 'system', clinicId, job: 'test' },
      'is the product next door': { kind: 'system', clinicId: otherClinicId, job: 'test' },
      'is nobody': null,
    },
  };
}

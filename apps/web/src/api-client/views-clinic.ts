/** What the API answers about the clinic itself: its staff, settings, accesses and log. */
import type { components } from './schema.d.ts';
import type { ClientView } from './views.js';
import type { Role } from './views-accounts.js';

export type Seat = ClientView['careTeam'][number]['seat'];

export interface StaffAccountView {
  id: string;
  version: number;
  name: string;
  email: string;
  roles: Role[];
  status: 'active' | 'suspended';
  locationId: string;
  locationName: string;
  lastSeenAt: string | null;
  secondFactor: boolean;
  away: { absenceId: string; fromOn: string; untilOn: string; coverName: string | null } | null;
  /** Clients whose only active reader they are. */
  readsAloneFor: number;
}

export interface InvitationView {
  id: string;
  version: number;
  email: string;
  name: string;
  roles: Role[];
  locationName: string;
  createdAt: string;
  expiresAt: string;
  state: 'open' | 'expired' | 'accepted' | 'revoked';
}

export interface AbsenceView {
  id: string;
  version: number;
  staffMemberId: string;
  name: string;
  coverId: string;
  coverName: string;
  fromOn: string;
  untilOn: string;
  state: 'ahead' | 'now' | 'over';
}

export interface BreakGlassView {
  id: string;
  clientId: string;
  clientName: string;
  staffMemberId: string;
  name: string;
  reason: string;
  openedAt: string;
  endsAt: string;
  endedAt: string | null;
}

export type ClinicView = components['schemas']['ClinicView'];

export interface LocationView {
  id: string;
  version: number;
  name: string;
  timeZone: string;
  quietFrom: string;
  quietTo: string;
  openFrom: string;
  openTo: string;
  openDays: number[];
}

export const CRISIS_KINDS = ['crisis-line', 'emergency', 'outside-care-team'] as const;
export type CrisisKind = (typeof CRISIS_KINDS)[number];
export interface CrisisContactView {
  kind: CrisisKind;
  version: number;
  label: string;
  phone: string;
  note: string;
  verifiedOn: string;
}

export const ROSTER_KINDS = ['psychological', 'medical'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];
export interface RosterView {
  kind: RosterKind;
  version: number;
  locationId: string;
  responderId: string;
  backupId: string | null;
  outsideBackupEmail: string | null;
  leadId: string;
  openFrom: string;
  openTo: string;
  openDays: number[];
  holidays: string[];
}

export type SetupStep =
  'zone' | 'crisis-contacts' | 'reading-days' | 'sender' | 'rosters' | 'hours' | 'first-client';
export interface SetupView {
  steps: { code: SetupStep; done: boolean }[];
  setUpAt: string | null;
}

export interface AuditEventView {
  id: string;
  at: string;
  actorKind: 'staff' | 'client' | 'system';
  actorName: string | null;
  roles: Role[];
  job: string | null;
  action: string;
  outcome: 'done' | 'refused';
  operation: string | null;
  subjectType: string;
  subjectCount: number;
  clients: { id: string; name: string }[];
  requestId: string | null;
  ip: string | null;
  sealed: boolean;
}

export interface SealsView {
  seals: number;
  lastSeq: number | null;
  sealedAt: string | null;
  unsealed: number;
}

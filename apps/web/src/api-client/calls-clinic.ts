import { type AuditFilters, auditSearch } from './queries-clinic.js';
import { request } from './request.js';
import { patch, post, put, remove } from './send.js';
import type { ClientView } from './views.js';
import type {
  AbsenceView,
  BreakGlassView,
  ClinicView,
  CrisisContactView,
  CrisisKind,
  InvitationView,
  LocationView,
  RosterKind,
  RosterView,
  Seat,
  SetupView,
  StaffAccountView,
} from './views-clinic.js';
import type { Role } from './views-accounts.js';

/** What the console changes about the clinic itself. Most of it asks for the second factor again: request.ts sees to that. */
export interface StaffChange {
  version: number;
  name?: string;
  roles?: Role[];
  locationId?: string;
}
export interface NewInvitation {
  email: string;
  name: string;
  roles: Role[];
  locationId: string;
}
export interface NewAbsence {
  staffMemberId: string;
  coverId: string;
  fromOn: string;
  untilOn: string;
}
export type ClinicChange = { version: number } & Partial<Omit<ClinicView, 'id' | 'version' | 'setUpAt'>>;
export type NewLocation = Omit<LocationView, 'id' | 'version'>;
export type LocationChange = { version: number } & Partial<NewLocation>;
/** Without `version` where there is none yet. */
export type CrisisContactDraft = { version?: number } & Omit<CrisisContactView, 'kind' | 'version'>;
export type RosterDraft = { version?: number } & Omit<RosterView, 'kind' | 'version'>;

export const changeStaffMember = (id: string, change: StaffChange) =>
  patch<StaffAccountView>(`/staff-members/${id}`, change);
export const suspendStaffMember = (id: string, version: number, clients: 'stay' | 'to-lead') =>
  post<StaffAccountView>(`/staff-members/${id}/suspension`, { version, clients });
export const restoreStaffMember = (id: string, version: number) =>
  post<StaffAccountView>(`/staff-members/${id}/restoration`, { version });
export const startPasswordReset = (id: string) => post<unknown>(`/staff-members/${id}/password-reset`);

/** Takes every second factor off somebody who has lost theirs. */
export const resetFactors = (id: string) => post<unknown>(`/staff-members/${id}/second-factor-reset`);

export const invite = (invitation: NewInvitation, key: string) =>
  post<InvitationView>('/invitations', invitation, key);
export const resendInvitation = (id: string, version: number) =>
  post<InvitationView>(`/invitations/${id}/resending`, { version });
export const revokeInvitation = (id: string, version: number) =>
  post<InvitationView>(`/invitations/${id}/revocation`, { version });

export const addAbsence = (absence: NewAbsence, key: string) => post<AbsenceView>('/absences', absence, key);
export const endAbsence = (id: string, version: number) =>
  post<AbsenceView>(`/absences/${id}/ending`, { version });

export const seatOnCareTeam = (clientId: string, staffMemberId: string, seat: Seat) =>
  put<ClientView>(`/clients/${clientId}/care-team/${staffMemberId}`, { seat });
export const leaveCareTeam = (clientId: string, staffMemberId: string) =>
  remove<ClientView>(`/clients/${clientId}/care-team/${staffMemberId}`);

export const searchBeyondReach = (name: string) =>
  post<{ items: { clientId: string; name: string }[] }>('/break-glass/search', { name });
export const openBreakGlass = (clientId: string, reason: string, minutes: number) =>
  post<BreakGlassView>(`/clients/${clientId}/break-glass`, { reason, minutes });
export const endBreakGlass = (id: string) => post<BreakGlassView>(`/break-glass/${id}/ending`);

export const changeClinic = (change: ClinicChange) => patch<ClinicView>('/clinic', change);
export const addLocation = (location: NewLocation, key: string) =>
  post<LocationView>('/locations', location, key);
export const changeLocation = (id: string, change: LocationChange) =>
  patch<LocationView>(`/locations/${id}`, change);
export const putCrisisContact = (kind: CrisisKind, contact: CrisisContactDraft) =>
  put<CrisisContactView>(`/crisis-contacts/${kind}`, contact);
export const removeCrisisContact = (kind: CrisisKind) => remove<void>(`/crisis-contacts/${kind}`);
export const putRoster = (kind: RosterKind, roster: RosterDraft) =>
  put<RosterView>(`/rosters/${kind}`, roster);
export const finishSetup = () => post<SetupView>('/clinic/setup/finishing');

/** The log as a file for spreadsheets. Asks for the second factor like every export. */
export const downloadAudit = (filters: AuditFilters) =>
  request<Blob>(`/audit-events/csv?${auditSearch(filters)}`, { isFile: true, isPersons: true });

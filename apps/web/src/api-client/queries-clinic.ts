import { infiniteQueryOptions } from '@tanstack/react-query';
import { get, list } from './queries.js';
import { request } from './request.js';
import type { ListView } from './views.js';
import type {
  AbsenceView,
  AuditEventView,
  BreakGlassView,
  ClinicView,
  CrisisContactView,
  InvitationView,
  LocationView,
  RosterView,
  SealsView,
  SetupView,
  StaffAccountView,
} from './views-clinic.js';

export const staffMembersQuery = () => list<StaffAccountView>(['staff-members'], '/staff-members');
export const invitationsQuery = () => list<InvitationView>(['invitations'], '/invitations');
export const absencesQuery = () => list<AbsenceView>(['absences'], '/absences');
export const breakGlassQuery = () => ({
  ...list<BreakGlassView>(['break-glass'], '/break-glass'),
  staleTime: 30_000,
});

export const clinicQuery = () => get<ClinicView>(['clinic'], '/clinic');
export const locationsQuery = () => list<LocationView>(['locations'], '/locations');
export const crisisContactsQuery = () => list<CrisisContactView>(['crisis-contacts'], '/crisis-contacts');
export const rostersQuery = () => list<RosterView>(['rosters'], '/rosters');
export const setupQuery = () => get<SetupView>(['setup'], '/clinic/setup');

/** What /audit is asked with; the same names stand in the console's URL, dates on the clinic's clock. */
export interface AuditFilters {
  staffMemberId?: string;
  clientId?: string;
  action?: string;
  outcome?: 'done' | 'refused';
  /** Instants. */
  from?: string;
  to?: string;
}

export const auditSearch = (filters: AuditFilters): string =>
  new URLSearchParams(
    Object.entries(filters).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString();

/** Reading the log is itself written to the log: it is read when a person asks, not when a window is looked at again. */
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', auditSearch(filters)],
    queryFn: ({ signal, pageParam }) =>
      request<ListView<AuditEventView>>(
        `/audit-events?${auditSearch(filters)}&limit=50${pageParam ? `&after=${pageParam}` : ''}`,
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchOnWindowFocus: false,
  });
export const sealsQuery = () => get<SealsView>(['audit-seals'], '/audit-events/seals');

import type { AbsenceView, InvitationView, StaffAccountView } from '../src/api-client/views-clinic.js';
import { problem, stepUp, type Answer, type Route } from './mock-accounts.js';
import { MAREN } from './mock-clients.js';

/** The people of the clinic. Invented, and it forgets when the server stops. */
export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
export const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const member = (id: string, name: string, more: Partial<StaffAccountView>): StaffAccountView => ({
  id,
  version: 2,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@fernhollow.example`,
  roles: ['practitioner'],
  status: 'active',
  locationId: 'l-1',
  locationName: 'Alder St',
  lastSeenAt: ago(12),
  secondFactor: true,
  away: null,
  readsAloneFor: 0,
  ...more,
});
const absences: AbsenceView[] = [
  {
    id: 'ab-1',
    version: 1,
    staffMemberId: MAREN.id,
    name: MAREN.name,
    coverId: 'st-2',
    coverName: 'Dana Reyes',
    fromOn: on(9),
    untilOn: on(16),
    state: 'ahead',
  },
];
export const staff: StaffAccountView[] = [
  member(MAREN.id, MAREN.name, {
    roles: ['admin', 'practitioner'],
    readsAloneFor: 2,
    away: { absenceId: 'ab-1', fromOn: on(9), untilOn: on(16), coverName: 'Dana Reyes' },
  }),
  member('st-2', 'Dana Reyes', { lastSeenAt: ago(190), readsAloneFor: 3 }),
  member('st-3', 'Odile Marsh', { roles: ['coordinator'], lastSeenAt: ago(60 * 26) }),
  member('st-4', 'Ines Falk', { secondFactor: false, lastSeenAt: null }),
  member('st-5', 'Jonah Pryce', { status: 'suspended', lastSeenAt: ago(60 * 24 * 41), version: 5 }),
];
const invitations: InvitationView[] = (['open', 'expired'] as const).map((state, i) => ({
  id: `in-${i}`,
  version: 1,
  email: ['lena.moss@mail.example', 'h.abrams@mail.example'][i] ?? '',
  name: ['Lena Moss', 'Hugo Abrams'][i] ?? '',
  roles: i ? ['coordinator'] : ['practitioner'],
  locationName: 'Alder St',
  createdAt: ago(i ? 60 * 52 : 200),
  expiresAt: ago(i ? 60 * 28 : 200 - 24 * 60),
  state,
}));
export const list = (items: unknown[]): Answer => [200, { items, next: null }];
export const find = <T extends { id: string }>(all: T[], id?: string) => all.find((each) => each.id === id);
export function changed<T extends { version: number }>(
  row: T | undefined,
  version: unknown,
  to: object,
): Answer {
  if (!row) return problem(404, 'not-found');
  if (row.version !== version) return problem(409, 'conflict-version');
  return [200, Object.assign(row, to, { version: row.version + 1 })];
}

export const routes: Route[] = [
  ['GET', /^\/staff-members$/, () => list(staff)],
  [
    'PATCH',
    /^\/staff-members\/([^/]+)$/,
    ([id], { version, ...to }) =>
      stepUp(() =>
        id === MAREN.id && Array.isArray(to.roles) && !to.roles.includes('admin')
          ? problem(409, 'last-admin')
          : changed(find(staff, id), version, to),
      ),
  ],
  [
    'POST',
    /^\/staff-members\/([^/]+)\/(suspension|restoration)$/,
    ([id, what], { version }) =>
      stepUp(() =>
        changed(find(staff, id), version, {
          status: what === 'suspension' ? 'suspended' : 'active',
          readsAloneFor: 0,
        }),
      ),
  ],
  ['POST', /^\/staff-members\/([^/]+)\/(password|second-factor)-reset$/, () => stepUp(() => [202, {}])],
  ['GET', /^\/invitations$/, () => list(invitations)],
  [
    'POST',
    /^\/invitations$/,
    (_, body) =>
      stepUp(() => {
        const made = { ...body, id: `in-${invitations.length}`, version: 1, locationName: 'Alder St' };
        const times = { createdAt: ago(0), expiresAt: ago(-24 * 60), state: 'open' };
        invitations.unshift({ ...made, ...times } as InvitationView);
        return [201, invitations[0]];
      }),
  ],
  [
    'POST',
    /^\/invitations\/([^/]+)\/(resending|revocation)$/,
    ([id, what], { version }) =>
      stepUp(() =>
        changed(
          find(invitations, id),
          version,
          what === 'revocation'
            ? { state: 'revoked' }
            : { state: 'open', createdAt: ago(0), expiresAt: ago(-24 * 60) },
        ),
      ),
  ],
  ['GET', /^\/absences$/, () => list(absences)],
  [
    'POST',
    /^\/absences$/,
    (_, body) => {
      const name = (id: unknown) => staff.find((each) => each.id === id)?.name ?? '';
      const made = { ...body, id: `ab-${absences.length + 2}`, version: 1, state: 'ahead' };
      absences.push({
        ...made,
        name: name(body.staffMemberId),
        coverName: name(body.coverId),
      } as AbsenceView);
      return [201, absences.at(-1)];
    },
  ],
  [
    'POST',
    /^\/absences\/([^/]+)\/ending$/,
    ([id], { version }) => changed(find(absences, id), version, { state: 'over' }),
  ],
];

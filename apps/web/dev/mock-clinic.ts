import type {
  AuditEventView,
  BreakGlassView,
  ClinicView,
  CrisisContactView,
  LocationView,
  RosterView,
  SetupView,
} from '../src/api-client/views-clinic.js';
import { problem, stepUp, type Answer, type Route } from './mock-accounts.js';
import { clients, MAREN, PACIFIC } from './mock-clients.js';
import { auditEvents } from './mock-audit.js';
import { ago, changed, find, list, on, staff } from './mock-staff.js';

/** The clinic's own side: staff, settings, accesses. Invented, and it forgets when the server stops. */
const clinic: ClinicView = {
  id: 'c-1',
  version: 3,
  name: 'Fernhollow Integration',
  shortName: 'Fernhollow',
  country: 'US',
  phone: '+1 503 555 0100',
  readingDays: [1, 4],
  doubleOptIn: false,
  greetsByName: true,
  looksForPhrases: true,
  tellsWhenRead: true,
  slug: null,
  setUpAt: null,
};
const hours = { quietFrom: '21:00', quietTo: '08:00', openFrom: '09:00', openTo: '17:00' };
const locations: LocationView[] = [
  { id: 'l-1', version: 1, name: 'Alder St', timeZone: PACIFIC, ...hours, openDays: [1, 2, 3, 4, 5] },
];
const contacts: CrisisContactView[] = [
  {
    kind: 'crisis-line',
    version: 1,
    label: '988 Suicide and Crisis Lifeline',
    phone: '988',
    note: 'At any hour, English and Spanish',
    verifiedOn: on(-20),
  },
];
const rosters: RosterView[] = [
  {
    kind: 'psychological',
    version: 2,
    locationId: 'l-1',
    responderId: MAREN.id,
    backupId: 'st-2',
    outsideBackupEmail: null,
    leadId: MAREN.id,
    openFrom: '09:00',
    openTo: '17:00',
    openDays: [1, 2, 3, 4, 5],
    holidays: [on(31), on(38)],
  },
];
const accesses: BreakGlassView[] = [
  {
    id: 'bg-1',
    clientId: 'rowan',
    clientName: 'Rowan Ellis',
    staffMemberId: 'st-2',
    name: 'Dana Reyes',
    reason:
      'Rowan rang the front desk in distress while Maren was in a session. Looked at the last reflection.',
    openedAt: ago(60 * 50),
    endsAt: ago(60 * 49.5),
    endedAt: ago(60 * 49.7),
  },
];
let isSetUp = false;
const setup = (): SetupView => ({
  steps: [
    { code: 'zone', done: (locations[0]?.version ?? 1) > 1 },
    { code: 'crisis-contacts', done: contacts.length > 0 },
    { code: 'reading-days', done: clinic.version > 3 },
    { code: 'sender', done: true },
    { code: 'rosters', done: rosters.length > 1 },
    { code: 'hours', done: (locations[0]?.version ?? 1) > 2 },
    { code: 'first-client', done: false },
  ],
  setUpAt: isSetUp ? ago(0) : null,
});

function put<T extends { kind: string; version: number }>(all: T[], kind = '', body: object): Answer {
  const there = all.find((each) => each.kind === kind);
  if (there) return changed(there, (body as { version?: number }).version, { ...body });
  const made = { ...body, kind, version: 1 } as T;
  all.push(made);
  return [200, made];
}

export const routes: Route[] = [
  [
    'PUT',
    /^\/clients\/([^/]+)\/care-team\/([^/]+)$/,
    ([id, who], { seat }) =>
      stepUp(() => {
        const client = find(clients, id);
        if (!client) return problem(404, 'not-found');
        const seated = {
          staffMemberId: who ?? '',
          name: find(staff, who)?.name ?? '',
          seat: seat as 'words',
        };
        client.careTeam = [...client.careTeam.filter((each) => each.staffMemberId !== who), seated];
        return [200, client];
      }),
  ],
  [
    'DELETE',
    /^\/clients\/([^/]+)\/care-team\/([^/]+)$/,
    ([id, who]) =>
      stepUp(() => {
        const client = find(clients, id);
        if (!client) return problem(404, 'not-found');
        const left = client.careTeam.filter((each) => each.staffMemberId !== who);
        if (!left.some((each) => each.seat === 'words')) return soleReader;
        client.careTeam = left;
        return [200, client];
      }),
  ],
  [
    'POST',
    /^\/break-glass\/search$/,
    (_, { name }) =>
      stepUp(() =>
        list(
          clients
            .filter((each) => each.name.toLowerCase().includes(String(name).toLowerCase()))
            .map((each) => ({ clientId: each.id, name: each.name })),
        ),
      ),
  ],
  [
    'POST',
    /^\/clients\/([^/]+)\/break-glass$/,
    ([id = ''], { reason, minutes }) =>
      stepUp(() => {
        const who = { staffMemberId: MAREN.id, name: MAREN.name };
        const what = { clientId: id, clientName: find(clients, id)?.name ?? '', reason: String(reason) };
        const when = { openedAt: ago(0), endsAt: ago(-Number(minutes)), endedAt: null };
        accesses.unshift({ id: `bg-${accesses.length + 1}`, ...who, ...what, ...when });
        return [201, accesses[0]];
      }),
  ],
  ['GET', /^\/break-glass$/, () => list(accesses)],
  [
    'POST',
    /^\/break-glass\/([^/]+)\/ending$/,
    ([id]) => [201, Object.assign(find(accesses, id) ?? {}, { endedAt: ago(0) })],
  ],
  ['GET', /^\/clinic$/, () => [200, clinic]],
  ['PATCH', /^\/clinic$/, (_, { version, ...to }) => changed(clinic, version, to)],
  ['GET', /^\/clinic\/setup$/, () => [200, setup()]],
  [
    'POST',
    /^\/clinic\/setup\/finishing$/,
    () => {
      isSetUp = true;
      return [200, setup()];
    },
  ],
  ['GET', /^\/locations$/, () => list(locations)],
  [
    'POST',
    /^\/locations$/,
    (_, body) => {
      locations.push({ ...body, id: `l-${locations.length + 1}`, version: 1 } as LocationView);
      return [201, locations.at(-1)];
    },
  ],
  [
    'PATCH',
    /^\/locations\/([^/]+)$/,
    ([id], { version, ...to }) => changed(find(locations, id), version, to),
  ],
  ['GET', /^\/crisis-contacts$/, () => list(contacts)],
  ['PUT', /^\/crisis-contacts\/([^/]+)$/, ([kind], body) => put(contacts, kind, body)],
  [
    'DELETE',
    /^\/crisis-contacts\/([^/]+)$/,
    ([kind]) => {
      const at = contacts.findIndex((each) => each.kind === kind);
      contacts.splice(at, 1);
      return [204];
    },
  ],
  ['GET', /^\/rosters$/, () => list(rosters)],
  ['PUT', /^\/rosters\/([^/]+)$/, ([kind], body) => put(rosters, kind, body)],
  ['GET', /^\/audit-events$/, () => [200, { items: auditEvents satisfies AuditEventView[], next: 'more' }]],
  [
    'GET',
    /^\/audit-events\/seals$/,
    () => [200, { seals: 812, lastSeq: 812, sealedAt: ago(1), unsealed: 3 }],
  ],
];

const soleReader: Answer = [
  409,
  {
    type: 'urn:throughline:problem:sole-reader',
    title: 'Nobody else reads for this client. Nothing was changed. Add another practitioner first.',
    status: 409,
    requestId: 'mock',
    errors: [],
  },
];

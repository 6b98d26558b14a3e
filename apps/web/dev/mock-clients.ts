import type {
  CheckInChartView,
  ClientRowView,
  ClientView,
  MeView,
  ReflectionView,
  StaffMemberView,
} from '../src/api-client/views.js';

/** An invented day in an invented clinic, for looking at the screens. Tuesday 27 October 2026, 10:06 am Pacific. */
export const NOW = '2026-10-27T17:06:00Z';
export const PACIFIC = 'America/Los_Angeles';
export const BOISE = 'America/Boise';
export const MAREN = { id: 'st-1', name: 'Maren Okoye' };

export const me: Omit<MeView, 'clinics' | 'signIn' | 'steppedUp'> = {
  accountId: 'a-1',
  staffMemberId: MAREN.id,
  name: MAREN.name,
  email: 'maren@fernhollow.example',
  roles: ['admin', 'practitioner'],
  wantsDigest: true,
  clinic: {
    id: 'c-1',
    name: 'Fernhollow Integration',
    setUp: true,
    location: { id: 'l-1', name: 'Alder St', timeZone: PACIFIC },
  },
};
export const staff: StaffMemberView[] = [
  { id: MAREN.id, name: MAREN.name, roles: ['admin', 'practitioner'] },
  { id: 'st-2', name: 'Dana Reyes', roles: ['practitioner'] },
  { id: 'st-3', name: 'Odile Marsh', roles: ['coordinator'] },
];

const person = (
  id: string,
  name: string,
  timeZone: string,
  localNow: string,
  more: Partial<ClientView> = {},
): ClientView => ({
  id,
  version: 3,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@mail.example`,
  phone: '+1 555 0142',
  pronouns: null,
  emergencyContact: null,
  timeZone,
  language: 'en',
  status: 'active',
  pace: 'steady',
  emailConsent: { givenOn: '2026-09-01', how: 'On paper, at the first visit' },
  quietHours: { from: '21:00', to: '08:00' },
  careTeam: [{ staffMemberId: MAREN.id, name: MAREN.name, seat: 'words' }],
  rest: null,
  stoppedAt: null,
  suppressed: null,
  consent: null,
  passphraseSet: false,
  mailboxShared: null,
  localNow,
  ...more,
});
export const clients: ClientView[] = [
  person('imani', 'Imani Osei', 'America/New_York', '2026-10-27T13:06'),
  person('june', 'June Abara', PACIFIC, '2026-10-27T10:06'),
  person('marcus', 'Marcus Bell', 'America/Denver', '2026-10-27T11:06'),
  person('priya', 'Priya Sethi', BOISE, '2026-10-27T11:06'),
  person('rowan', 'Rowan Ellis', BOISE, '2026-10-27T11:06', { pronouns: 'they/them', phone: '+1 555 0187' }),
  person('teodor', 'Teodor Lanz', 'America/Denver', '2026-10-27T11:06', {
    status: 'active',
    phone: '+1 555 0119',
  }),
];
export const rows: ClientRowView[] = clients.map(({ id, name, status, timeZone }, i) => ({
  id,
  name,
  status,
  timeZone,
  lastSession:
    id === 'marcus'
      ? { heldAt: '2026-10-08T20:00:00Z', dayNumber: 19 }
      : { heldAt: `2026-10-${22 - i}T21:00:00Z`, dayNumber: 5 + i },
  nextAppointment: id === 'marcus' ? null : { id: `ap-${id}`, startsAt: `2026-10-27T${17 + i}:30:00Z` },
  newReflections: 2,
  lastReflectionAt: id === 'marcus' ? '2026-10-16T18:00:00Z' : `2026-10-2${i}T02:00:00Z`,
}));

export const chart: CheckInChartView = {
  sessions: [{ on: '2026-10-22' }],
  from: '2026-10-17',
  to: '2026-10-27',
  points: [
    { on: '2026-10-17', ease: 2, energy: 2, sleep: 2, crowded: 4 },
    { on: '2026-10-19', ease: 2, energy: 2, sleep: 3, crowded: 4 },
    { on: '2026-10-20', ease: 1, energy: 2, sleep: 2, crowded: 5 },
    { on: '2026-10-22', ease: 4, energy: 3, sleep: null, crowded: null },
    { on: '2026-10-23', ease: 4, energy: 3, sleep: 4, crowded: 2 },
    { on: '2026-10-24', ease: 2, energy: 3, sleep: 2, crowded: null },
    { on: '2026-10-25', ease: 3, energy: 4, sleep: 3, crowded: 3 },
    { on: '2026-10-26', ease: 3, energy: 3, sleep: 4, crowded: 4 },
  ].map((point, i) => ({ ...point, reflectionId: `p-${i}` })),
};

const reflection = (
  id: string,
  sentAt: string,
  localText: string,
  dayNumber: number,
  question: string,
  words: string,
  chips: string[],
  point = 3,
): ReflectionView => ({
  id,
  version: 1,
  clientId: 'rowan',
  promptId: `pr-${id}`,
  title: 'An everyday moment',
  question,
  sentAt,
  localText,
  dayNumber,
  words,
  nothingCameUp: false,
  checkIns: {
    ease: chart.points[point]?.ease ?? null,
    energy: chart.points[point]?.energy ?? null,
    sleep: chart.points[point]?.sleep ?? null,
    crowded: null,
  },
  chips: chips.map((label) => ({ code: label, label })),
  choices: [],
  ratings: [],
  askedReadBy: null,
  reading: null,
  marks: { version: 0, highlights: [], tags: [] },
  others: [],
  notes: [],
  measure: null,
  shift: null,
  safetySigns: [],
  threads: [],
  wishes: { starred: [], dontRaise: false },
  withdrawn: null,
});
export const reflections: ReflectionView[] = [
  reflection(
    'r1',
    '2026-10-23T02:40:00Z',
    'Thu 22 Oct, 8:40 pm',
    0,
    'What would you like to keep from today?',
    'Relief, mostly. Like somebody turned down a radio I’d stopped hearing. I cried in the car and it wasn’t sad. I’m already worried I’ll lose it.',
    ['Fear of losing it'],
    3,
  ),
  reflection(
    'r2',
    '2026-10-24T15:12:00Z',
    'Sat 24 Oct, 9:12 am',
    2,
    'Is anything unclear? Unclear is welcome here.',
    'Confused today. Everyone at breakfast was normal and I felt wide open with nowhere to put it. I kept almost telling my sister and then talking about the weather.',
    ['Relief, then confusion', 'Open, no outlet'],
    5,
  ),
  reflection(
    'r3',
    '2026-10-26T01:55:00Z',
    'Sun 25 Oct, 7:55 pm',
    3,
    'An everyday moment: did an old trigger turn up?',
    'Mum rang. The guilt thing started, the usual one. I noticed it about three sentences in instead of an hour later. I said I’d call back, put the phone down and stood in the garden. Then I did call back.',
    ['Paused instead of reacting'],
    6,
  ),
  reflection(
    'r4',
    '2026-10-27T03:30:00Z',
    'Mon 26 Oct, 9:30 pm',
    4,
    'Anything to know before we talk?',
    'Work is loud again and I can feel the motivation leaking out. I don’t want to spend the whole call on that though. I’d like to talk about the garden.',
    ['Motivation fading'],
    7,
  ),
];

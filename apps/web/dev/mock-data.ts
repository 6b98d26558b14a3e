import type {
  AppointmentView,
  BriefView,
  CallRequestView,
  CheckInChartView,
  ClientRowView,
  ClientView,
  KetamineSessionView,
  MeView,
  PlanView,
  PromptView,
  ReflectionView,
  StaffMemberView,
  TodayCallView,
  TodayView,
} from '../src/api-client/views.js';

/** An invented day in an invented clinic, for looking at the screens. Tuesday 27 October 2026, 10:06 am Pacific. */
export const NOW = '2026-10-27T17:06:00Z';
const PACIFIC = 'America/Los_Angeles';
const BOISE = 'America/Boise';
const MAREN = { id: 'st-1', name: 'Maren Okoye' };

export const me: MeView = {
  accountId: 'a-1',
  staffMemberId: MAREN.id,
  name: MAREN.name,
  email: 'maren@fernhollow.example',
  roles: ['admin', 'practitioner'],
  clinic: {
    id: 'c-1',
    name: 'Fernhollow Integration',
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
  timeZone,
  language: 'en',
  status: 'active',
  pace: 'steady',
  emailConsent: { givenOn: '2026-09-01', how: 'On paper, at the first visit' },
  quietHours: { from: '21:00', to: '08:00' },
  careTeam: [{ staffMemberId: MAREN.id, name: MAREN.name, seat: 'words' }],
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

const chart: CheckInChartView = {
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
  reading: null,
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

export const flag: CallRequestView = {
  id: 'f-1',
  version: 1,
  client: { id: 'teodor', name: 'Teodor Lanz', phone: '+1 555 0119', timeZone: 'America/Denver' },
  raisedAt: '2026-10-27T14:52:00Z',
  acknowledged: null,
};

const ease = (values: (number | null)[]) =>
  values.map((value, i) => ({ on: `2026-10-${21 + i}`, ease: value }));
const call = (
  id: string,
  startsAt: string,
  session: [number, number, number] | null,
  counts: [number, number],
  week: (number | null)[],
  more: Partial<TodayCallView> = {},
): TodayCallView => {
  const { name, pronouns, timeZone } = clients.find((client) => client.id === id) as ClientView;
  return {
    appointmentId: `ap-${id}`,
    client: { id, name, pronouns, timeZone },
    startsAt,
    minutes: 50,
    practitionerName: MAREN.name,
    mine: true,
    session: session && { dayNumber: session[0], numberInSeries: session[1], plannedInSeries: session[2] },
    newReflections: counts[0],
    readReflections: counts[1],
    lastCallAt: '2026-10-13T17:30:00Z',
    excerpt: null,
    easeLast7Days: ease(week),
    resting: false,
    callRequested: false,
    ...more,
  };
};
const calls: TodayCallView[] = [
  call('imani', '2026-10-27T16:00:00Z', [19, 2, 6], [0, 3], [3, 3, null, 4, 3, 4, 4]),
  call('rowan', '2026-10-27T17:30:00Z', [5, 3, 6], [4, 0], [null, 4, 4, 2, 3, 3, null]),
  call('teodor', '2026-10-27T20:00:00Z', [1, 1, 3], [1, 0], [2, null, 2, null, 3, 2, null], {
    callRequested: true,
  }),
  call('priya', '2026-10-27T21:30:00Z', [12, 4, 6], [4, 0], [3, 3, 4, null, 4, 4, 5]),
  call('june', '2026-10-27T23:00:00Z', [33, 2, 2], [0, 0], [null, null, 4, null, null, null, null], {
    resting: true,
  }),
];

export const session = (
  id: string,
  clientId: string,
  heldAt: string,
  numberInSeries: number,
  status: KetamineSessionView['status'],
): KetamineSessionView => ({
  id,
  version: 2,
  clientId,
  seriesId: 'se-1',
  locationId: 'l-1',
  route: 'im',
  setting: 'clinic',
  status,
  heldAt,
  heldLocal: heldAt,
  timeZone: PACIFIC,
  numberInSeries,
  completedAt: status === 'completed' ? heldAt : null,
});

export const today: TodayView = {
  now: NOW,
  timeZone: PACIFIC,
  date: '2026-10-27',
  callRequests: [flag],
  nextCall: {
    ...(calls[1] as TodayCallView),
    excerpt: {
      reflectionId: 'r3',
      text: 'I noticed it about three sentences in instead of an hour later. I said I’d call back, put the phone down and stood in the garden.',
      sentAt: '2026-10-26T01:55:00Z',
      title: 'An everyday moment',
    },
    checkIns: chart,
    readingMinutes: 3,
  },
  calls,
  didItHappen: [
    {
      session: session('s-9', 'priya', '2026-10-26T21:00:00Z', 5, 'planned'),
      client: { id: 'priya', name: 'Priya Sethi' },
    },
  ],
  goingOut: [
    {
      promptId: 'g1',
      version: 1,
      client: { id: 'priya', name: 'Priya Sethi' },
      title: 'The pause',
      sendAt: '2026-10-27T19:30:00Z',
      clientLocalText: 'Tue 27 Oct, 1:30 pm',
      held: false,
    },
    {
      promptId: 'g2',
      version: 1,
      client: { id: 'teodor', name: 'Teodor Lanz' },
      title: 'What is still with you?',
      sendAt: '2026-10-28T00:00:00Z',
      clientLocalText: 'Tue 27 Oct, 6:00 pm',
      held: false,
    },
    {
      promptId: 'g3',
      version: 1,
      client: { id: 'imani', name: 'Imani Osei' },
      title: 'The pause',
      sendAt: '2026-10-28T00:30:00Z',
      clientLocalText: 'Tue 27 Oct, 8:30 pm',
      held: true,
    },
  ],
  noNextCall: [
    {
      client: { id: 'marcus', name: 'Marcus Bell' },
      lastContactAt: '2026-10-16T18:00:00Z',
      newReflections: 0,
    },
  ],
  deliveryTasks: [
    {
      promptId: 'd1',
      client: { id: 'june', name: 'June Abara' },
      title: 'Looking back, gently',
      status: 'unknown',
      at: '2026-10-27T15:02:00Z',
    },
  ],
};

export const appointments: AppointmentView[] = [
  {
    id: 'ap-rowan',
    version: 1,
    clientId: 'rowan',
    practitionerId: MAREN.id,
    practitionerName: MAREN.name,
    startsAt: '2026-10-27T17:30:00Z',
    minutes: 50,
    status: 'booked',
    closingNote: null,
    closingNoteAt: null,
  },
  {
    id: 'ap-r2',
    version: 1,
    clientId: 'rowan',
    practitionerId: MAREN.id,
    practitionerName: MAREN.name,
    startsAt: '2026-11-10T18:30:00Z',
    minutes: 50,
    status: 'booked',
    closingNote: null,
    closingNoteAt: null,
  },
  {
    id: 'ap-r0',
    version: 2,
    clientId: 'rowan',
    practitionerId: MAREN.id,
    practitionerName: MAREN.name,
    startsAt: '2026-10-13T17:30:00Z',
    minutes: 50,
    status: 'booked',
    closingNote: 'Notice when the guilt starts on calls with Mum. No need to change anything yet.',
    closingNoteAt: '2026-10-13T18:25:00Z',
  },
];
export const sessions: KetamineSessionView[] = [
  session('s-4', 'rowan', '2026-10-29T21:00:00Z', 4, 'planned'),
  session('s-3', 'rowan', '2026-10-22T21:00:00Z', 3, 'completed'),
  session('s-2', 'rowan', '2026-10-15T21:00:00Z', 2, 'no_show'),
  session('s-1', 'rowan', '2026-10-08T21:00:00Z', 2, 'completed'),
];

export const brief: BriefView = {
  appointment: appointments[0] as AppointmentView,
  client: { id: 'rowan', name: 'Rowan Ellis', pronouns: 'they/them', timeZone: BOISE, status: 'active' },
  session: { dayNumber: 5, numberInSeries: 3, plannedInSeries: 6, heldAt: '2026-10-22T21:00:00Z' },
  callsToday: { position: 2, of: 5 },
  lastCall: {
    startsAt: '2026-10-13T17:30:00Z',
    closingNote: 'Notice when the guilt starts on calls with Mum. No need to change anything yet.',
  },
  callRequests: [],
  reflections,
  readingSeconds: 158,
  checkIns: chart,
  challenges: [
    { code: 'losing', label: 'Fear of losing it', days: [0] },
    { code: 'confusion', label: 'Relief, then confusion', days: [2] },
    { code: 'outlet', label: 'Open, no outlet', days: [2] },
    { code: 'motivation', label: 'Motivation fading', days: [4] },
  ],
  unanswered: [
    {
      promptId: 'pr-0',
      title: 'The morning after',
      status: 'expired',
      why: 'Sent Fri 23 Oct. No answer came before it closed.',
      sendAt: '2026-10-23T15:00:00Z',
    },
  ],
  nothingNewSince: null,
  printedBy: { clinicName: 'Fernhollow Integration', staffName: MAREN.name, at: NOW },
};

export const plans: PlanView[] = [
  {
    id: 'pl-1',
    version: 1,
    clientId: 'rowan',
    template: { code: 'steady', version: 1, title: 'Steady' },
    status: 'live',
    liveFrom: '2026-09-01T17:00:00Z',
    steps: [
      { stepId: '1', title: 'Before sleep', when: 'the evening of each session' },
      { stepId: '2', title: 'The morning after', when: 'the morning after each session' },
      { stepId: '3', title: 'What keeps coming back', when: 'day 3' },
      { stepId: '4', title: 'One small shift', when: 'day 7' },
      { stepId: '5', title: 'Has life taken over', when: 'day 10' },
      { stepId: '6', title: 'Before we talk', when: 'the evening before each call' },
    ],
  },
];
const prompt = (
  id: string,
  status: PromptView['status'],
  title: string,
  sendAt: string,
  localText: string,
  more: Partial<PromptView> = {},
): PromptView => ({
  id,
  version: 1,
  clientId: 'rowan',
  status,
  held: false,
  title,
  question: null,
  sendAt,
  localText,
  timeZone: BOISE,
  reasons: [],
  delivery: null,
  sentAt: sendAt,
  answeredAt: null,
  ...more,
});
const why = (text: string, code = 'days-after-session') => [{ code, params: {}, text }];
export const prompts: PromptView[] = [
  prompt('q1', 'answered', 'Before sleep', '2026-10-23T02:00:00Z', 'Thu 22 Oct, 8:00 pm', {
    question: 'What would you like to keep from today?',
    answeredAt: '2026-10-23T02:40:00Z',
    reasons: why('The evening of the session'),
  }),
  prompt('q2', 'expired', 'The morning after', '2026-10-23T15:00:00Z', 'Fri 23 Oct, 9:00 am', {
    question: 'What stayed?',
    reasons: why('The morning after the session'),
  }),
  prompt('q3', 'answered', 'An everyday moment', '2026-10-26T01:00:00Z', 'Sun 25 Oct, 7:00 pm', {
    question: 'Did an old trigger turn up?',
    answeredAt: '2026-10-26T01:55:00Z',
    reasons: why('3 days after the session'),
  }),
  prompt('q4', 'scheduled', 'The pause', '2026-10-29T18:30:00Z', 'Thu 29 Oct, 12:30 pm', {
    question: 'When did you last catch an old loop a little earlier than usual?',
    reasons: why('7 days after the session'),
  }),
  prompt('q5', 'scheduled', 'An old loop, seen sooner', '2026-11-02T15:30:00Z', 'Mon 2 Nov, 8:30 am', {
    held: true,
    question: 'What helped you notice?',
    reasons: why(
      'The clocks go back and that time comes twice, so the earlier one',
      'first-after-clock-change',
    ),
  }),
  prompt('q6', 'scheduled', 'What routine took back', '2026-11-05T15:00:00Z', 'Thu 5 Nov, 8:00 am', {
    question: 'Has life taken over?',
    reasons: [
      ...why('14 days after the session'),
      ...why('6:10 am falls in quiet hours, so 8:00 am', 'quiet-hours'),
    ],
  }),
];

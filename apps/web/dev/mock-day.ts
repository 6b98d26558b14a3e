import type {
  AppointmentView,
  ClientView,
  KetamineSessionView,
  TodayCallView,
  TodayView,
} from '../src/api-client/views.js';
import { flag } from './mock-flag.js';
import { chart, clients, MAREN, NOW, PACIFIC } from './mock-clients.js';

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
    notes: [],
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
  flags: [flag],
  emptyRosters: { kinds: ['medical'], waiting: 2 },
  callBacks: [],
  goneQuiet: [
    {
      client: { id: 'marcus', name: 'Marcus Bell' },
      since: '2026-10-16T17:00:00Z',
      why: [
        {
          rule: 'gone-quiet',
          title: 'Worth asking how the last days were',
          figures: ['Two prompts in a row closed unanswered, after 5 of 6 had an answer.'],
          reflectionIds: [],
          at: '2026-10-23T17:00:00Z',
        },
      ],
    },
  ],
  toRead: [
    {
      clientId: 'priya',
      clientName: 'Priya Sethi',
      reflectionCount: 2,
      oldestSentAt: '2026-10-25T17:30:00Z',
      promisedBy: '2026-10-28T00:00:00Z',
      promisedText: 'today, 5:00 pm',
      state: 'nearing',
      asCover: false,
    },
  ],
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
      waitsForRosters: false,
    },
    {
      promptId: 'g2',
      version: 1,
      client: { id: 'teodor', name: 'Teodor Lanz' },
      title: 'What is still with you?',
      sendAt: '2026-10-28T00:00:00Z',
      clientLocalText: 'Tue 27 Oct, 6:00 pm',
      held: false,
      waitsForRosters: false,
    },
    {
      promptId: 'g3',
      version: 1,
      client: { id: 'imani', name: 'Imani Osei' },
      title: 'The pause',
      sendAt: '2026-10-28T00:30:00Z',
      clientLocalText: 'Tue 27 Oct, 8:30 pm',
      held: true,
      waitsForRosters: false,
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
      eventId: null,
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

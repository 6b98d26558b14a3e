import type { AppointmentView, BriefView } from '../src/api-client/views.js';
import { made } from './mock-brief-made.js';
import { BOISE, chart, MAREN, NOW, reflections } from './mock-clients.js';
import { appointments } from './mock-day.js';

export const brief: BriefView = {
  appointment: appointments[0] as AppointmentView,
  client: { id: 'rowan', name: 'Rowan Ellis', pronouns: 'they/them', timeZone: BOISE, status: 'active' },
  session: { dayNumber: 5, numberInSeries: 3, plannedInSeries: 6, heldAt: '2026-10-22T21:00:00Z' },
  callsToday: { position: 2, of: 5 },
  lastCall: {
    startsAt: '2026-10-13T17:30:00Z',
    closingNote: 'Notice when the guilt starts on calls with Mum. No need to change anything yet.',
  },
  seesWords: true,
  flags: [],
  starred: [
    { reflectionId: 'r4', quote: 'I’d like to talk about the garden.', sentAt: '2026-10-27T03:30:00Z' },
  ],
  wantsToTalkAbout: [],
  dontRaise: [{ reflectionId: 'r2', title: 'Is anything unclear?', sentAt: '2026-10-24T15:12:00Z' }],
  reflections,
  readingSeconds: 158,
  ...made,
  checkIns: chart,
  challenges: [
    { code: 'losing', label: 'Fear of losing it', days: [0], reflectionIds: ['r1'] },
    { code: 'confusion', label: 'Relief, then confusion', days: [2], reflectionIds: ['r2'] },
    { code: 'outlet', label: 'Open, no outlet', days: [2], reflectionIds: ['r2'] },
    { code: 'motivation', label: 'Motivation fading', days: [4], reflectionIds: ['r4'] },
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

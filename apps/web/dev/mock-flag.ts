import type { FlagView } from '../src/api-client/views.js';

export const flag: FlagView = {
  id: 'f-1',
  version: 1,
  kind: 'call-me',
  colour: 'red',
  lane: 'psychological',
  client: {
    id: 'teodor',
    name: 'Teodor Lanz',
    phone: '+1 555 0119',
    timeZone: 'America/Denver',
    emergencyContact: {
      name: 'Ilse Lanz',
      relation: 'sister',
      phone: '+1 555 0161',
      agreement: {
        mayCall: true,
        about: 'that I need company tonight, not why',
        agreedOn: '2026-09-01',
      },
    },
  },
  raisedAt: '2026-10-27T14:52:00Z',
  label: 'Asked for a call',
  labelNote: null,
  promptId: null,
  reflectionId: null,
  evidence: [{ kind: 'call', text: 'Asked the clinic to call', at: '2026-10-27T14:52:00Z' }],
  acknowledged: null,
  openedByMe: true,
  escalatedAt: null,
  toldNames: ['Maren Okoye', 'Dana Reyes'],
  overdue: false,
  closed: null,
};

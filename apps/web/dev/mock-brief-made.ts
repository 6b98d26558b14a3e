import type { BriefView } from '../src/api-client/views.js';
import { MAREN } from './mock-clients.js';

const stage = (
  id: string,
  of: 'insight' | 'awareness' | 'choice',
  from: string,
  to: number,
  quote: string,
) => ({
  id,
  stage: of,
  setAt: '2026-10-26T18:00:00Z',
  setByInitials: 'MO',
  setByName: MAREN.name,
  evidence: [{ reflectionId: from, from: 0, to, quote, sentAt: '2026-10-26T01:55:00Z' }],
});
const guilt = stage(
  'ts-1',
  'choice',
  'r3',
  20,
  'I noticed it about three sentences in instead of an hour later.',
);
/** What people made of the words. */
export const made: Pick<
  BriefView,
  'threadsMoved' | 'shifts' | 'measures' | 'worthAsking' | 'bring' | 'noNextCall' | 'pages'
> = {
  threadsMoved: [
    {
      id: 't-1',
      version: 2,
      name: 'Guilt with Mum',
      createdAt: '2026-10-01T18:00:00Z',
      createdByName: MAREN.name,
      sharedAt: null,
      archivedAt: null,
      origin: null,
      scale: null,
      stage: guilt,
      history: [guilt],
      checks: [
        {
          at: '2026-10-26T18:30:00Z',
          via: 'call',
          fit: 'fits',
          words: '',
          rating: null,
          recordedByName: MAREN.name,
        },
      ],
    },
  ],
  shifts: [
    { code: 'S1', label: 'Paused instead of reacting', count: 2, reflectionIds: ['r3', 'r4'] },
    { code: 'S2', label: 'Recognised a loop sooner', count: 3, reflectionIds: ['r3'] },
    { code: 'S3', label: 'More compassion than judgement', count: 0, reflectionIds: [] },
  ],
  measures: [
    {
      code: 'phq-9',
      title: 'PHQ-9',
      points: [
        {
          reflectionId: 'm1',
          on: '2026-09-28',
          total: 14,
          bandLabel: 'moderate',
          label: 'baseline',
          change: null,
        },
        {
          reflectionId: 'm2',
          on: '2026-10-20',
          total: 8,
          bandLabel: 'mild',
          label: 'mid-series',
          change: { points: -6, isReliable: true },
        },
      ],
    },
  ],
  worthAsking: [
    {
      rule: 'quiet-return',
      title: 'Worth asking whether something old has slipped back in',
      figures: ['Ease gave back 2 of 2.5 steps.', 'The same moment, family, three times in 14 days.'],
      reflectionIds: ['r2', 'r4'],
      at: '2026-10-26T18:00:00Z',
    },
  ],
  bring: {
    version: 1,
    items: [
      { id: 'b1', text: 'The garden: what was it like to stand there?', done: false },
      { id: 'b2', text: 'Sister: is there one sentence to try?', done: false },
    ],
  },
  noNextCall: true,
  pages: [{ reflectionIds: ['r1', 'r2', 'r3', 'r4'], words: 151 }],
};

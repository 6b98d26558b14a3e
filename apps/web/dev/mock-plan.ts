import type { PlanView, PromptView } from '../src/api-client/views.js';
import { BOISE } from './mock-clients.js';

/** The plan of the mock stands in mock-plan-editor.ts. */
export const plans: PlanView[] = [];
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

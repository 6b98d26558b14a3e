import type { PromptContent } from '../src/api-client/calls-library.js';

export type { PromptContent };

const prompt = (
  id: string,
  title: string,
  question: string | null,
  hint = '',
  more: Partial<PromptContent> = {},
): [string, PromptContent] => [
  id,
  { title, question, hint, checkIns: question ? ['ease'] : [], chips: [], choices: [], ratings: [], ...more },
];
const TWO_WEEKS = 'A few short questions about the last two weeks, one on each page.';
/** A small library for the plan editor. */
export const LIBRARY = new Map([
  prompt(
    'evening-help',
    'Before sleep',
    null,
    'Do not drive for 24 hours, and not before a full night’s sleep.',
  ),
  prompt('what-stayed', 'Unclear is welcome', 'What stayed with you?'),
  prompt('keeps', 'An everyday moment', 'Is there anything you keep coming back to?', 'No is fine.'),
  prompt('small-shift', 'The pause', 'When did you pause instead of reacting?'),
  prompt(
    'loop',
    'An old loop, seen sooner',
    'When did you last catch an old loop a little earlier than usual?',
    'It can be very small. There is no right answer, and you can skip it.',
  ),
  prompt('routine', 'What routine took back', 'Has life taken over?'),
  prompt('not-to-miss', 'Before we talk', 'What should we not miss?'),
  prompt('looking-back', 'Looking back, gently', 'What has held without much effort?'),
  prompt('with-yourself', 'With yourself', 'How are you with yourself lately?'),
  prompt('safety-check', 'Safety check', null, 'A quick look at how your body and your mind are.', {
    safetyCheck: true,
  }),
  prompt(
    'signs',
    'Has anything old slipped back in?',
    'Has anything old slipped back in?',
    'Noticing is not failing.',
    {
      asksEarlySigns: true,
    },
  ),
  prompt('phq-9', 'PHQ-9', null, TWO_WEEKS, { measure: { code: 'phq-9', version: 1 } }),
  prompt('threads', 'Your threads', 'Looking back, what has moved, and what has not?', '', {
    reviewsThreads: true,
  }),
]);

import { ALL_SHIFTS } from './starter-chips.js';
import type { Starter } from './starter.types.js';

/** The arc: insight, awareness, choice, change. And what shows it on an ordinary day. */
export const ARC: readonly Starter[] = [
  {
    code: 'what-you-saw',
    version: 1,
    covers: 'A1',
    title: 'What you saw',
    question: 'What did you see that you had not seen before?',
    hint: 'It can be a picture, or just a feeling. If nothing was new, that is an answer too.',
    checkIns: ['ease', 'energy'],
    chips: [],
  },
  {
    code: 'small-shift',
    version: 1,
    covers: null,
    title: 'One small shift',
    question: 'Was there a moment this week that went a little differently?',
    hint: 'It can be very small: a tone of voice, a pause on the stairs. If nothing comes to mind, that is fine too.',
    checkIns: ['ease', 'energy'],
    chips: ALL_SHIFTS,
  },
  {
    code: 'ordinary-day',
    version: 1,
    covers: 'A2',
    title: 'On an ordinary day',
    question: 'Where has it shown up on an ordinary day?',
    hint: 'In the kitchen, at work, in the queue. One moment is plenty.',
    checkIns: ['ease', 'energy'],
    chips: ALL_SHIFTS,
  },
  {
    code: 'try-instead',
    version: 1,
    covers: 'A3',
    title: 'Next time it happens',
    question: 'When it happens again, what would you like to try instead?',
    hint: 'Something you could do in under a minute. It does not have to work.',
    checkIns: ['ease', 'energy'],
    chips: ALL_SHIFTS,
  },
  {
    code: 'where-it-holds',
    version: 1,
    covers: 'A4',
    title: 'Where it holds',
    question: 'Where has it held without much effort, and where not yet?',
    hint: 'Both are worth knowing. Half an answer is fine.',
    checkIns: ['ease', 'energy'],
    chips: ALL_SHIFTS,
  },
];

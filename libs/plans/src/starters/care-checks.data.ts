import { ALL_CHALLENGES, ALL_SHIFTS } from './starter-chips.js';
import type { Starter } from './starter.types.js';

const TWO_WEEKS =
  'A few short questions about the last two weeks, one on each page. You can leave any of them out, and you can stop and come back.';

/**
 * What somebody has to answer: published questionnaires, signs of the body and the mind, and the threads. They go out
 * only where somebody receives what comes back.
 */
export const CARE_CHECKS: readonly Starter[] = [
  {
    code: 'safety-check',
    version: 1,
    covers: null,
    title: 'Safety check',
    question: null,
    hint: 'A quick look at how your body and your mind are. It takes one page.',
    checkIns: [],
    chips: [],
    safetyCheck: true,
  },
  // Codes of their own: a clinic without rosters goes on with the ones that ask nothing about safety.
  {
    code: 'what-stayed-checked',
    version: 1,
    covers: null,
    title: 'What stayed, and a safety check',
    question: 'What has stayed with you?',
    hint: 'A picture, a word, a feeling. It need not make sense yet. You can skip any part. One page about how you are comes after.',
    checkIns: ['ease', 'sleep'],
    chips: ALL_CHALLENGES,
    safetyCheck: true,
  },
  {
    code: 'small-shift-checked',
    version: 1,
    covers: null,
    title: 'One small shift, and a safety check',
    question: 'Was there a moment this week that went a little differently?',
    hint: 'It can be very small: a tone of voice, a pause on the stairs. If nothing comes to mind, that is fine too. One page about how you are comes after.',
    checkIns: ['ease', 'energy'],
    chips: ALL_SHIFTS,
    safetyCheck: true,
  },
  {
    code: 'phq-9',
    version: 1,
    covers: null,
    title: 'PHQ-9',
    question: null,
    hint: TWO_WEEKS,
    checkIns: [],
    chips: [],
    measure: { code: 'phq-9', version: 1 },
  },
  {
    code: 'gad-7',
    version: 1,
    covers: null,
    title: 'GAD-7',
    question: null,
    hint: TWO_WEEKS,
    checkIns: [],
    chips: [],
    measure: { code: 'gad-7', version: 1 },
  },
  {
    code: 'pcl-5',
    version: 1,
    covers: null,
    title: 'PCL-5',
    question: null,
    hint: 'Twenty short questions about the past month, one on each page. They ask about the hard event that you and your care team have named. You can leave any of them out, and you can stop and come back.',
    checkIns: [],
    chips: [],
    measure: { code: 'pcl-5', version: 1 },
  },
  {
    code: 'thread-review',
    version: 1,
    covers: null,
    title: 'Your threads',
    question: 'Looking back, what has moved, and what has not?',
    hint: 'If there are threads you named with us, they come next. You can say if a name still fits.',
    checkIns: [],
    chips: [],
    reviewsThreads: true,
  },
];

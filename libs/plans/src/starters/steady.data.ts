import type { PlanTemplateStep } from '../plan-step.types.js';
import {
  arc,
  before,
  EVE_OF_CALL,
  EVENING_HELP,
  measured,
  NEXT_MORNING,
  type PlanStarter,
  rhythm,
  step,
} from './plan-steps.js';

/**
 * `steady`: one arc after the latest session, aftercare after each, the evening before each call. From version 3 it
 * asks measures, safety checks and a thread review: it goes live only where somebody receives what comes back.
 */
export const STEADY: readonly PlanStarter[] = [
  {
    code: 'steady',
    version: 1,
    title: 'Steady',
    steps: [
      before('intention', -1, 14, 'gentle'),
      before('own-signs', -3, 40, 'steady'),
      EVENING_HELP,
      NEXT_MORNING,
      arc('keeps-coming-back', 3, '19:00'),
      arc('small-shift', 7, '12:30', 'gentle'),
      arc('life-resumed', 10, '08:30'),
      arc('ordinary-day', 15, '12:30', 'often'),
      arc('old-returned', 21, '19:00', 'gentle'),
      arc('where-it-holds', 28, '18:00'),
      rhythm('with-yourself', 56, 28),
      EVE_OF_CALL,
    ],
  },
  {
    code: 'steady',
    version: 2,
    title: 'Steady',
    steps: [
      // Far enough apart that the week of the session has room for its own four.
      before('own-ratings', -10, 72, 'steady'),
      before({ code: 'own-signs', version: 2 }, -6, 72, 'steady'),
      before('intention', -1, 14, 'gentle'),
      EVENING_HELP,
      NEXT_MORNING,
      arc('keeps-coming-back', 3, '19:00'),
      arc('small-shift', 7, '12:30', 'gentle'),
      arc('life-resumed', 10, '08:30'),
      arc('ordinary-day', 15, '12:30', 'often'),
      arc('old-returned', 21, '19:00', 'gentle'),
      arc('where-it-holds', 28, '18:00'),
      arc('how-is-the-rhythm', 30, '18:00'),
      rhythm('with-yourself', 56, 28),
      EVE_OF_CALL,
    ],
  },
  {
    code: 'steady',
    version: 3,
    title: 'Steady',
    steps: [
      before('own-ratings', -10, 72, 'steady'),
      measured('phq-9', 'first-session', -8, 'gentle'),
      measured('gad-7', 'first-session', -7, 'steady'),
      before({ code: 'own-signs', version: 2 }, -6, 72, 'steady'),
      before('intention', -1, 14, 'gentle'),
      EVENING_HELP,
      withCheck(step('what-stayed-checked', NEXT_MORNING.spec)),
      arc({ code: 'keeps-coming-back', version: 2 }, 3, '19:00'),
      withCheck(arc('small-shift-checked', 7, '12:30', 'gentle')),
      arc({ code: 'life-resumed', version: 2 }, 10, '08:30'),
      arc('ordinary-day', 13, '12:30', 'often'),
      measured('phq-9', 'latest-session', 15, 'gentle'),
      measured('gad-7', 'latest-session', 16, 'steady'),
      arc({ code: 'old-returned', version: 2 }, 21, '19:00', 'gentle'),
      arc('where-it-holds', 25, '18:00', 'often'),
      arc('thread-review', 28, '18:00'),
      arc('how-is-the-rhythm', 30, '18:00'),
      rhythm('with-yourself', 56, 28),
      EVE_OF_CALL,
    ],
  },
];

/** A question with a safety check on its next page: nothing takes its day. */
function withCheck({ prompt, spec }: PlanTemplateStep): PlanTemplateStep {
  return { prompt, spec: { ...spec, priority: 'safety-check' } };
}

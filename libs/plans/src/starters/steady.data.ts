import {
  arc,
  before,
  EVE_OF_CALL,
  EVENING_HELP,
  NEXT_MORNING,
  type PlanStarter,
  rhythm,
} from './plan-steps.js';

/**
 * `steady`: one arc after the latest session, aftercare after each, the evening before each call. No version
 * asks measures, safety checks or a thread review: nothing that asks a safety question may exist before somebody
 * receives its answer.
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
];

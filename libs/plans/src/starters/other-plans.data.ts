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
  weeklyInSeries,
} from './plan-steps.js';

/** Several sessions in a few weeks: aftercare for each, one question in the gaps, the long arc after the last. */
const SERIES: PlanStarter = {
  code: 'series',
  version: 1,
  title: 'A series',
  steps: [
    before('own-ratings', -10, 72, 'gentle'),
    before({ code: 'own-signs', version: 2 }, -6, 72, 'steady'),
    before('intention', -1, 14, 'gentle'),
    EVENING_HELP,
    NEXT_MORNING,
    // One question a week, in the gap before the next session; two sessions fill their week by themselves.
    arc('keeps-coming-back', 4, '12:30', 'gentle'),
    arc('small-shift', 9, '12:30', 'gentle'),
    arc('what-you-saw', 12, '18:00', 'often'),
    arc('own-ratings-again', 15, '12:30', 'gentle'),
    arc('life-resumed', 18, '08:30'),
    arc('old-returned', 23, '19:00', 'gentle'),
    arc('where-it-holds', 30, '18:00'),
    arc('how-is-the-rhythm', 32, '18:00'),
    rhythm('with-yourself', 56, 28),
    EVE_OF_CALL,
  ],
};

/**
 * From version 2 one question and one safety check a week while the series runs, measures before it, in its middle
 * and 15 days after its last session, and then the long arc. It goes live only where somebody receives what comes back.
 */
const CHECKED_SERIES: PlanStarter = {
  code: 'series',
  version: 2,
  title: 'A series',
  steps: [
    before('own-ratings', -10, 72, 'gentle'),
    measured('phq-9', 'first-session', -8, 'gentle'),
    measured('gad-7', 'first-session', -7, 'steady'),
    before({ code: 'own-signs', version: 2 }, -6, 72, 'steady'),
    before('intention', -1, 14, 'gentle'),
    EVENING_HELP,
    NEXT_MORNING,
    weeklyInSeries('small-shift', 4),
    weeklyInSeries('safety-check', 6, { localTime: '10:00', priority: 'safety-check' }),
    // In the middle, and once more in a long one: its window takes in sessions, and its result says so.
    weeklyInSeries('phq-9', 10, {
      ...{ everyDays: 21, localTime: '09:00', latenessHours: 120 },
      ...{ slowestPace: 'steady', priority: 'measure', midSeries: true },
    }),
    arc({ code: 'keeps-coming-back', version: 2 }, 9, '19:00'),
    arc({ code: 'life-resumed', version: 2 }, 12, '08:30'),
    measured('phq-9', 'latest-session', 15, 'gentle'),
    measured('gad-7', 'latest-session', 16, 'steady'),
    arc('own-ratings-again', 18, '12:30', 'gentle'),
    arc({ code: 'old-returned', version: 2 }, 21, '19:00', 'gentle'),
    arc('thread-review', 28, '18:00'),
    arc('how-is-the-rhythm', 30, '18:00'),
    arc('where-it-holds', 33, '18:00'),
    rhythm('with-yourself', 56, 28),
    EVE_OF_CALL,
  ],
};

/** One session now and then: the morning after and a week later, else once a month. */
const MAINTENANCE: PlanStarter = {
  code: 'maintenance',
  version: 1,
  title: 'Maintenance',
  steps: [
    EVENING_HELP,
    NEXT_MORNING,
    step('small-shift', {
      anchor: 'every-session',
      days: 7,
      localTime: '12:30',
      latenessHours: 48,
      nudgeAfterDays: 2,
      slowestPace: 'gentle',
      priority: 'arc',
    }),
    rhythm('with-yourself', 28, 28),
    rhythm('old-returned', 42, 56, '19:00', 'steady'),
    rhythm('own-ratings-again', 49, 56, '12:30', 'steady'),
    rhythm('low-or-worried', 35, 28, '18:00', 'often'),
    EVE_OF_CALL,
  ],
};

/** At home: once a week, not per dose. The week is counted from the latest dose that was recorded. */
const AT_HOME: PlanStarter = {
  code: 'at-home',
  version: 1,
  title: 'At home',
  steps: [
    before('own-ratings', -4, 72, 'steady'),
    before('intention', -1, 14, 'gentle'),
    rhythm('small-shift', 6, 28, '18:00'),
    rhythm('how-full', 13, 28, '18:00'),
    rhythm('old-returned', 20, 28, '18:00'),
    rhythm('own-ratings-again', 27, 28, '18:00'),
    rhythm('with-yourself', 24, 28, '18:00', 'often'),
    rhythm('how-is-the-rhythm', 45, 56, '18:00', 'steady'),
    EVE_OF_CALL,
  ],
};

export const OTHER_PLANS: readonly PlanStarter[] = [SERIES, CHECKED_SERIES, MAINTENANCE, AT_HOME];

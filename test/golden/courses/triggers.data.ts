import { course } from '../course-dsl.js';
import { swampedOn, triggered } from '../figures.js';

/** Days 40 and 44 swamped: the second sign. */
const swampedWeek = (name: string) =>
  course(name).session(0).answered(3, 7).answer(40, { crowded: 5 }).answer(44, { crowded: 5 });

export const TRIGGERS = [
  swampedWeek('the same trigger three times in a week, and each time reacted')
    .logs(41, 'family', 'reacted')
    .logs(43, 'family', 'reacted')
    .logs(46, 'family', 'reacted')
    .readOn(50)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [triggered('family', 3, 41, 46), swampedOn(2, 40, 44)],
          from: ['d40', 'd41', 'd43', 'd44', 'd46'],
          day: 46,
        },
      ],
    }),

  swampedWeek('three times in exactly 14 days, over a clock change')
    .logs(44, 'night', 'reacted', { at: '21:00', id: 'first' })
    .logs(51, 'night', 'reacted', { at: '21:00' })
    .logs(58, 'night', 'reacted', { at: '21:00' })
    .readOn(60)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [triggered('night', 3, 44, 58), swampedOn(2, 40, 44)],
          from: ['d40', 'd44', 'first', 'd51', 'd58'],
          day: 58,
        },
      ],
    }),

  swampedWeek('near miss: three times in 14 days and a minute')
    .logs(44, 'night', 'reacted', { at: '21:00', id: 'first' })
    .logs(51, 'night', 'reacted', { at: '21:00' })
    .logs(58, 'night', 'reacted', { at: '21:01' })
    .readOn(60)
    .expects({}),

  swampedWeek('near miss: twice')
    .logs(41, 'money', 'reacted')
    .logs(46, 'money', 'reacted')
    .readOn(50)
    .expects({}),

  swampedWeek('near miss: three triggers, once each')
    .logs(41, 'money', 'reacted')
    .logs(43, 'family', 'reacted')
    .logs(46, 'work', 'reacted')
    .readOn(50)
    .expects({}),

  swampedWeek('near miss: the last of three was noticed in time')
    .logs(41, 'family', 'reacted')
    .logs(43, 'family', 'reacted')
    .logs(46, 'family', 'noticed-at-start')
    .readOn(50)
    .expects({}),

  swampedWeek('near miss: a pause lies between')
    .logs(41, 'family', 'reacted')
    .logs(43, 'family', 'paused')
    .logs(45, 'family', 'reacted')
    .logs(47, 'family', 'reacted')
    .readOn(50)
    .expects({}),

  swampedWeek('near miss: one of the three was taken back')
    .logs(41, 'body', 'reacted')
    .logs(43, 'body', 'reacted')
    .logs(46, 'body', 'reacted')
    .withdraws(47, 'd43')
    .readOn(50)
    .expects({}),

  course('swamped twice alone is no note')
    .session(0)
    .answer(10, { crowded: 5 })
    .answer(14, { crowded: 5 })
    .readOn(20)
    .expects({}),

  course('near miss: swamped twice on one day, and the same trigger three times')
    .session(0)
    .answer(10, { crowded: 5 })
    .leaves(10, { crowded: 5, words: 'Still.' }, { at: '21:00', id: 'late' })
    .logs(11, 'work', 'reacted')
    .logs(12, 'work', 'reacted')
    .logs(13, 'work', 'reacted')
    .readOn(20)
    .expects({}),

  course('near miss: crowded and swamped, and the same trigger three times')
    .session(0)
    .answer(10, { crowded: 5 })
    .answer(14, { crowded: 4 })
    .logs(11, 'work', 'reacted')
    .logs(12, 'work', 'reacted')
    .logs(13, 'work', 'reacted')
    .readOn(20)
    .expects({}),
];

import { course } from '../course-dsl.js';
import { swampedOn, triggered, wentBack } from '../figures.js';

export const GIVEN_BACK = [
  course('ease goes back where it was, in a swamped fortnight')
    .answer(0, { ease: 2 }, { at: '08:30', sentOn: -1 })
    .session(0)
    .answer(7, { ease: 5, words: 'Light. I sang in the car.' })
    .answer(14, { ease: 3, crowded: 5 })
    .answer(18, { ease: 2, crowded: 5 })
    .answer(21, { ease: 2 })
    .readOn(25)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            wentBack('ease', { before: 2, best: 5, bestOn: 7, mean: 2.3, percent: 88 }),
            swampedOn(2, 14, 18),
          ],
          from: ['d0', 'd7', 'd14', 'd18', 'd21'],
          day: 21,
        },
      ],
    }),

  course('exactly 70 % of the gain goes back')
    .answer(-6, { sleep: 1 })
    .answer(-3, { sleep: 2 })
    .answer(-1, { sleep: 2 })
    .session(0)
    .answer(6, { sleep: 5 })
    .answer(12, { sleep: 3, crowded: 5 })
    .answer(16, { sleep: 3, crowded: 5 })
    .answer(20, { sleep: 2 })
    .readOn(25)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            wentBack('sleep', { before: 1.7, best: 5, bestOn: 6, mean: 2.7, percent: 70 }),
            swampedOn(2, 12, 16),
          ],
          from: ['d-6', 'd-3', 'd-1', 'd6', 'd12', 'd16', 'd20'],
          day: 20,
        },
      ],
    }),

  course('near miss: the last three are one step higher')
    .answer(-6, { sleep: 1 })
    .answer(-3, { sleep: 2 })
    .answer(-1, { sleep: 2 })
    .session(0)
    .answer(6, { sleep: 5 })
    .answer(12, { sleep: 3, crowded: 5 })
    .answer(16, { sleep: 3, crowded: 5 })
    .answer(20, { sleep: 3 })
    .readOn(25)
    .expects({}),

  course('near miss: the gain was a step and a half')
    .answer(-3, { energy: 2 })
    .answer(-1, { energy: 3 })
    .session(0)
    .answer(7, { energy: 4 })
    .answer(12, { energy: 2, crowded: 5 })
    .answer(16, { energy: 2, crowded: 5 })
    .answer(20, { energy: 2 })
    .readOn(25)
    .expects({}),

  course('near miss: the best came within the first 72 hours')
    .answer(-1, { ease: 2 })
    .session(0)
    .answer(3, { ease: 5 }, { at: '13:59' })
    .answer(7, { ease: 3 })
    .answer(12, { ease: 2, crowded: 5 })
    .answer(16, { ease: 2, crowded: 5 })
    .answer(20, { ease: 2 })
    .readOn(25)
    .expects({}),

  course('the best came when the 72 hours were just over')
    .answer(-1, { ease: 2 })
    .session(0)
    .answer(3, { ease: 5 }, { at: '14:00' })
    .answer(7, { ease: 3 })
    .answer(12, { ease: 2, crowded: 5 })
    .answer(16, { ease: 2, crowded: 5 })
    .answer(20, { ease: 2 })
    .readOn(25)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            wentBack('ease', { before: 2, best: 5, bestOn: 3, mean: 2, percent: 100 }),
            swampedOn(2, 12, 16),
          ],
          from: ['d-1', 'd3', 'd12', 'd16', 'd20'],
          day: 20,
        },
      ],
    }),

  course('near miss: nothing before the session, and the first morning is no baseline')
    .session(0)
    .answer(1, { ease: 1 })
    .answer(7, { ease: 4 })
    .answer(9, { ease: 5 })
    .answer(14, { ease: 2, crowded: 5 })
    .answer(18, { ease: 2, crowded: 5 })
    .answer(21, { ease: 2 })
    .readOn(25)
    .expects({}),

  course('near miss: the best one was taken back')
    .answer(-1, { energy: 1 })
    .session(0)
    .answer(7, { energy: 5 })
    .answer(12, { energy: 1, crowded: 5 })
    .answer(16, { energy: 1, crowded: 5 })
    .answer(20, { energy: 1 })
    .withdraws(22, 'd7')
    .readOn(25)
    .expects({}),

  course('two lines that went back are one sign, and one sign is no note')
    .answer(-1, { ease: 1, energy: 2 })
    .session(0)
    .answer(7, { ease: 5, energy: 5 })
    .answer(12, { ease: 1, energy: 2 })
    .answer(16, { ease: 1, energy: 2 })
    .answer(20, { ease: 1, energy: 2 })
    .readOn(25)
    .expects({}),

  course('two lines went back, and work set off the old reaction three times')
    .answer(-1, { ease: 1, energy: 2 })
    .session(0)
    .answer(7, { ease: 5, energy: 5 })
    .answer(12, { ease: 1, energy: 2 })
    .logs(13, 'work', 'reacted')
    .answer(16, { ease: 1, energy: 2 })
    .logs(17, 'work', 'reacted')
    .answer(20, { ease: 1, energy: 2 })
    .logs(21, 'work', 'reacted')
    .readOn(25)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            wentBack('ease', { before: 1, best: 5, bestOn: 7, mean: 1, percent: 100 }),
            wentBack('energy', { before: 2, best: 5, bestOn: 7, mean: 2, percent: 100 }),
            triggered('work', 3, 13, 21),
          ],
          from: ['d-1', 'd7', 'd12', 'd13', 'd16', 'd17', 'd20', 'd21'],
          day: 21,
        },
      ],
    }),
];

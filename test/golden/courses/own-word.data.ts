import { course } from '../course-dsl.js';
import { returned, signs } from '../figures.js';

const OWN_WORD = (id: string, day: number) => ({
  rule: 'own-word' as const,
  figures: [returned(day)],
  from: [id],
  day,
});

/** Either suffices alone: the client's own "yes", and an early sign that was agreed with them. */
export const OWN_WORDS = [
  course('they say that something old came back')
    .session(0)
    .answer(3, { words: 'A field, very wide.' })
    .answer(21, { words: 'The old rush in the mornings.', returned: 'yes' })
    .readOn(25)
    .expects({ notes: [OWN_WORD('d21', 21)] }),

  course('what they said 28 days ago is still asked about')
    .session(0)
    .answer(60, { returned: 'yes' }, { at: '12:00' })
    .readOn(88)
    .expects({ notes: [OWN_WORD('d60', 60)] }),

  course('near miss: they said it a minute more than 28 days ago')
    .session(0)
    .answer(60, { returned: 'yes' }, { at: '11:59' })
    .readOn(88)
    .expects({}),

  course('28 days stay 28 days over a clock change')
    .session(0)
    .answer(30, { returned: 'yes' }, { at: '12:00' })
    .readOn(58)
    .expects({ notes: [OWN_WORD('d30', 30)] }),

  course('near miss: they are not sure')
    .session(0)
    .answer(21, { returned: 'not-sure', words: 'Hard to tell.' })
    .readOn(25)
    .expects({}),

  course('near miss: they said yes, and no the week after')
    .session(0)
    .answer(21, { returned: 'yes' })
    .answer(28, { returned: 'no', words: 'It went again.' })
    .readOn(30)
    .expects({}),

  course('not sure takes no yes back')
    .session(0)
    .answer(21, { returned: 'yes' })
    .answer(28, { returned: 'not-sure' })
    .readOn(30)
    .expects({ notes: [OWN_WORD('d21', 21)] }),

  course('near miss: they said yes, and took it back')
    .session(0)
    .answer(21, { returned: 'yes', words: 'Too much.' })
    .withdraws(22, 'd21')
    .readOn(25)
    .expects({}),

  course('one early sign is chosen')
    .session(0)
    .answer(10, { signs: [2], words: 'The dishes stand.' })
    .readOn(14)
    .expects({ notes: [{ rule: 'early-sign', figures: [signs(1, 10)], from: ['d10'], day: 10 }] }),

  course('early signs are chosen on two days, and something old is back as well')
    .session(0)
    .answer(10, { signs: [1, 3] })
    .answer(21, { signs: [1], returned: 'yes' })
    .readOn(25)
    .expects({
      notes: [
        OWN_WORD('d21', 21),
        { rule: 'early-sign', figures: [signs(2, 10), signs(1, 21)], from: ['d10', 'd21'], day: 21 },
      ],
    }),

  course('near miss: an early sign is asked about and none is chosen')
    .session(0)
    .answer(10, { signs: [], words: 'None of these.' })
    .readOn(14)
    .expects({}),

  course('near miss: an early sign is chosen a day more than four weeks ago')
    .session(0)
    .answer(10, { signs: [1] })
    .readOn(39)
    .expects({}),
];

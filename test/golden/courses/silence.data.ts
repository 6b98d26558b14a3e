import { course } from '../course-dsl.js';
import { swampedOn, unanswered } from '../figures.js';

/** Days 20 and 24 swamped: the second sign, wherever the silence is to be one of two. */
const note = (...figures: ReturnType<typeof unanswered>[]) => ({
  rule: 'quiet-return' as const,
  figures: [...figures, swampedOn(2, 12, 16)],
  from: ['d12', 'd16'],
});

/** Four answered prompts, two of them in a swamped week. */
const talking = (name: string) =>
  course(name).session(0).answered(3, 7).answer(12, { crowded: 5 }).answer(16, { crowded: 5 });

export const SILENCES = [
  talking('two prompts in a row close unanswered, after a swamped week')
    .silent(19, 22)
    .readOn(36)
    .expects({ notes: [{ ...note(unanswered(2, 19, 4, 4)), day: 36 }], quietSince: 19 }),

  talking('silence goes on for four prompts')
    .silent(18, 19, 21, 23)
    .readOn(40)
    .expects({ notes: [{ ...note(unanswered(4, 18, 4, 4)), day: 37 }], quietSince: 18 }),

  talking('a bounce in between neither counts nor breaks the row')
    .silent(19)
    .bounced(20)
    .silent(22)
    .readOn(37)
    .expects({ notes: [{ ...note(unanswered(2, 19, 4, 4)), day: 36 }], quietSince: 19 }),

  talking('near miss: they rest for a week, from the day the first of the two closed')
    .silent(19, 22)
    .rests(33, 40)
    .readOn(37)
    .expects({}),

  talking('near miss: the second prompt is open until tomorrow').silent(19, 23).readOn(36).expects({}),

  talking('near miss: one prompt closed unanswered').silent(19).readOn(36).expects({}),

  talking('near miss: the second was skipped, and that is an answer')
    .silent(19)
    .skipped(22)
    .readOn(36)
    .expects({}),

  talking('near miss: they rest, and what was asked before is no silence')
    .silent(19, 22)
    .rests(24, null)
    .readOn(40)
    .expects({}),

  talking('near miss: a rest lies between the two')
    .silent(19)
    .rests(20, 23)
    .silent(24)
    .readOn(40)
    .expects({}),

  talking('near miss: one of the two never arrived').silent(19).bounced(22).readOn(40).expects({}),

  talking('near miss: neither arrived').bounced(19, 22).readOn(40).expects({}),

  talking('near miss: they left something unasked in between')
    .silent(19)
    .leaves(21, { words: 'Busy. I am here.' })
    .silent(22)
    .readOn(36)
    .expects({}),

  talking('near miss: an old question is answered after the two were sent')
    .answer(25, { words: 'Late, and here.' }, { sentOn: 17 })
    .silent(19, 22)
    .readOn(37)
    .expects({}),

  course('silence alone is information for Today, and no note')
    .session(0)
    .answered(3, 7, 10)
    .silent(21, 28)
    .readOn(45)
    .expects({ quietSince: 21 }),

  course('seven of ten answered are just enough')
    .session(0)
    .answered(1, 3, 7, 9, 12, 14)
    .silent(2, 5, 16)
    .skipped(18)
    .silent(20, 24)
    .readOn(40)
    .expects({ quietSince: 20 }),

  course('near miss: six of nine were answered')
    .session(0)
    .answered(1, 3, 7, 9, 12, 18)
    .silent(2, 5, 16)
    .silent(20, 24)
    .readOn(40)
    .expects({}),

  course('near miss: two answered prompts are too few to be missed')
    .session(0)
    .answered(3, 7)
    .silent(10, 14)
    .readOn(30)
    .expects({}),

  course('near miss: the answers lie more than six weeks before the silence')
    .session(0)
    .answered(3, 7, 10)
    .silent(53, 60)
    .readOn(75)
    .expects({}),

  course('answers just within six weeks before the silence count')
    .session(0)
    .answered(10, 14, 18)
    .silent(52, 60)
    .readOn(75)
    .expects({ quietSince: 52 }),
];

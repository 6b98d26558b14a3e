import { course } from '../course-dsl.js';
import { phq9, without } from '../figures.js';

const AFTER = { band: 'mild', label: 'after' } as const;
const BEFORE = { band: 'mild', label: 'baseline' } as const;

const AGAIN = { 'd-20': { total: 7, ...BEFORE }, d15: { total: 7, ...AFTER } };

/** Answered at 1 before the session, and seen to. */
const itemNineAgain = (name: string) =>
  course(name)
    .answer(-20, { ...phq9(7, 1), feelsSafe: 'yes' })
    .closesFlags(-19)
    .session(0);

/** What needs a person now, and what the same day; threads and what the client wishes for. */
export const LANES = [
  course('item 9 is answered for the first time')
    .answer(-3, { ...phq9(7, 1), feelsSafe: 'yes' })
    .session(0)
    .readOn(5)
    .expects({ flags: [{ kind: 'item-9', colour: 'red' }], scores: { 'd-3': { total: 7, ...BEFORE } } }),

  itemNineAgain('item 9 is unchanged at 1, with a safety plan and "yes"')
    .safetyPlan(14)
    .answer(15, { ...phq9(7, 1), feelsSafe: 'yes' })
    .readOn(20)
    .expects({ flags: [{ kind: 'item-9', colour: 'amber' }], scores: AGAIN }),

  itemNineAgain('item 9 is unchanged at 1, with a safety plan and "not sure"')
    .safetyPlan(14)
    .answer(15, { ...phq9(7, 1), feelsSafe: 'not-sure' })
    .readOn(20)
    .expects({ flags: [{ kind: 'item-9', colour: 'red' }], scores: AGAIN }),

  itemNineAgain('item 9 is unchanged at 1 and "yes", without a safety plan')
    .answer(15, { ...phq9(7, 1), feelsSafe: 'yes' })
    .readOn(20)
    .expects({ flags: [{ kind: 'item-9', colour: 'red' }], scores: AGAIN }),

  itemNineAgain('near miss: item 9 is "not at all" now')
    .answer(15, phq9(7, 0))
    .readOn(20)
    .expects({ scores: AGAIN }),

  course('item 9 is answered, and the rest is left out')
    .session(0)
    .answer(15, { ...without(phq9(9, 2), '1', '2', '3'), feelsSafe: 'no' })
    .readOn(20)
    .expects({ flags: [{ kind: 'item-9', colour: 'red' }], scores: { d15: null } }),

  course('near miss: PHQ-9 is high, and item 9 is "not at all"')
    .session(0)
    .answer(15, phq9(24, 0))
    .readOn(20)
    .expects({ scores: { d15: { total: 24, band: 'severe', label: 'after' } } }),

  course('chest pain on the next morning')
    .session(0)
    .answer(1, { safetySigns: ['chest-pain'] })
    .readOn(2)
    .expects({ flags: [{ kind: 'body-now', colour: 'red' }] }),

  course('signs of both lanes, now and today')
    .session(0)
    .answer(1, { safetySigns: ['voices', 'urinary'] })
    .readOn(2)
    .expects({
      flags: [
        { kind: 'body-today', colour: 'amber' },
        { kind: 'mind-now', colour: 'red' },
      ],
    }),

  course('near miss: none of the signs').session(0).answer(1, { safetySigns: [] }).readOn(2).expects({}),

  course('a phrase of the list stands in what was sent')
    .session(0)
    .answer(7, { words: 'Some nights I think they are better off without me.' })
    .readOn(8)
    .expects({ flags: [{ kind: 'phrase', colour: 'amber' }] }),

  course('near miss: nearly a phrase of the list')
    .session(0)
    .answer(7, { words: 'I could end the day better.' })
    .readOn(8)
    .expects({}),

  course('a thread moves from insight to choice and back, with what it rests on')
    .session(0)
    .answer(3, { words: 'I hold my breath when the phone rings.', chips: ['C5'] })
    .reads(3, 'd3')
    .thread(3, 'Holding my breath', 'd3')
    .stage(4, 'Holding my breath', 'insight', 'd3', 'I hold my breath')
    .answer(9, { words: 'At the stairs I let it go. I chose to.', chips: ['S1'] })
    .reads(10, 'd9')
    .stage(10, 'Holding my breath', 'choice', 'd9', 'I chose to')
    .answer(16, { words: 'Back again. I saw it at least.', chips: ['C3', 'S2'] })
    .reads(17, 'd16')
    .stage(17, 'Holding my breath', 'awareness', 'd16', 'I saw it at least')
    .readOn(20)
    .expects({ stages: { 'Holding my breath': 'awareness' } }),

  course('a thread without a stage, after a call')
    .session(0)
    .answer(3, { words: 'The garden again.' })
    .reads(3, 'd3')
    .thread(3, 'The garden', 'd3')
    .answer(5, { words: 'Nobody has read this.', chips: ['C2'] })
    .call(8)
    .answer(9, { words: 'Weeds. I like them.', chips: ['C1', 'C4'] })
    .leaves(10, { shift: { trigger: 'work', response: 'paused', chip: 'S1' } })
    .answer(12, { words: 'Rain.', chips: ['C1', 'S1'] })
    .skipped(13)
    .readOn(14)
    .expects({ stages: { 'The garden': null } }),

  course('a line is starred and another is not to be raised')
    .session(0)
    .answer(7, { words: 'I told my sister. She laughed, kindly.' })
    .stars(7, 'd7', 'She laughed, kindly.')
    .answer(10, { words: 'The other thing. Not yet.' })
    .asksNotToRaise(10, 'd10')
    .readOn(14)
    .expects({}),

  course('a call two weeks ago: what was read before it is not told again, and nothing is new')
    .session(0)
    .answer(3, { words: 'A door.', chips: ['C5'] })
    .reads(3, 'd3')
    .thread(3, 'The door', 'd3')
    .stage(4, 'The door', 'insight', 'd3', 'A door.')
    .call(8)
    .readOn(22)
    .expects({ stages: { 'The door': 'insight' } }),

  course('a thread moves after the call, on words from before it')
    .session(0)
    .answer(3, { words: 'A door. It was ajar.', chips: ['C5'] })
    .reads(3, 'd3')
    .thread(3, 'The door', 'd3')
    .stage(4, 'The door', 'insight', 'd3', 'A door.')
    .call(8)
    .answer(10, { words: 'I knocked.' })
    .reads(10, 'd10')
    .stage(10, 'The door', 'change', 'd3', 'It was ajar.')
    .readOn(22)
    .expects({ stages: { 'The door': 'change' } }),

  course('a quiet course: nothing is worth a note')
    .answer(-1, { ease: 2, energy: 2 })
    .session(0)
    .answer(3, { ease: 4, energy: 3, words: 'Wide.' })
    .answer(7, { ease: 4, energy: 4 })
    .answer(14, { ease: 4, energy: 3, crowded: 3 })
    .answer(21, { ease: 4, returned: 'no' })
    .logs(22, 'work', 'paused')
    .answer(28, { ease: 4, energy: 4 })
    .readOn(35)
    .expects({}),
];

import { draftOf, EMPTY_PROMPT, type PromptDraft } from './prompt-draft.js';
import { fieldOf, problemsIn } from './prompt-problems.js';

const whole: PromptDraft = {
  ...draftOf(EMPTY_PROMPT),
  title: 'A shift',
  question: 'What moved?',
  choices: [
    {
      id: 'c',
      question: 'Where?',
      hint: '',
      many: false,
      options: [
        { id: 'o1', label: 'home' },
        { id: 'o2', label: 'work' },
      ],
    },
  ],
  ratings: [{ id: 'r', question: 'How heavy?', low: 'light', high: 'heavy' }],
};

describe('what keeps a prompt from being published', () => {
  it.each<[string, Partial<PromptDraft>, string[]]>([
    ['nothing, when it is whole', {}, []],
    ['a title of spaces', { title: '  ' }, ['title noTitle']],
    [
      'no question, when nothing else is asked',
      { question: '', choices: [], ratings: [] },
      ['question nothingAsked'],
    ],
    ['not a missing question beside a rating', { question: '', choices: [] }, []],
    [
      'not a missing question beside a check-in',
      { question: '', choices: [], ratings: [], checkIns: ['ease'] },
      [],
    ],
    [
      'not a missing question beside a measure or a safety check',
      { question: '', choices: [], ratings: [], measure: { code: 'phq-9', version: 1 } },
      [],
    ],
    [
      'early signs alone: a client may have none',
      { question: '', choices: [], ratings: [], also: ['asksEarlySigns'] },
      ['asksEarlySigns needsMore'],
    ],
    [
      'a thread to name without words to name it from',
      { question: '', also: ['namesThread'] },
      ['namesThread needsQuestion'],
    ],
    ['not a thread to name below a question', { also: ['namesThread', 'reviewsThreads'] }, []],
    [
      'more than twelve things, the measure and the safety check among them',
      {
        also: ['safetyCheck'],
        measure: { code: 'gad-7', version: 1 },
        ratings: Array.from({ length: 9 }, (_, n) => ({
          id: `r${n}`,
          question: 'How?',
          low: 'a',
          high: 'b',
        })),
      },
      ['rating-r8-question tooMany'],
    ],
    ['a note without words', { tells: true, hint: ' ' }, ['hint noText']],
    [
      'nothing unfinished behind a note',
      { tells: true, hint: 'Rest.', ratings: [{ id: 'r', question: '', low: '', high: '' }] },
      [],
    ],
    [
      'an unfinished rating, each part by its name',
      { ratings: [{ id: 'r', question: ' ', low: '', high: '' }] },
      ['rating-r-question noRatingQuestion', 'rating-r-low noLow', 'rating-r-high noHigh'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(problemsIn({ ...whole, ...change }).map(({ field, code }) => `${field} ${code}`)).toEqual(
      expected,
    );
  });

  it('is an answer that is empty, or that stands there twice in whatever case', () => {
    const [choice] = whole.choices;
    const options = ['Home', '', 'home '].map((label, n) => ({ id: `o${n}`, label }));
    const problems = problemsIn({ ...whole, choices: [{ ...choice!, question: '', options }] });
    expect(problems).toEqual([
      { field: 'choice-c-question', code: 'noChoiceQuestion' },
      { field: 'choice-c-option-o1', code: 'noOption' },
      { field: 'choice-c-option-o2', code: 'sameOption' },
    ]);
    expect(problemsIn({ ...whole, choices: [{ ...choice!, options: [options[0]!, options[2]!] }] })).toEqual([
      { field: 'choice-c-option-o2', code: 'sameOption' },
    ]);
  });

  it.each([
    ['content.title', 'title'],
    ['content.question', 'question'],
    ['content.choices.0.question', 'choice-c-question'],
    ['content.choices.0.options.1.label', 'choice-c-option-o2'],
    ['content.choices.0.options', 'choice-c-question'],
    ['content.ratings.0.high', 'rating-r-high'],
    ['content.choices.7.question', 'choices'],
    ['content.choices', 'rating-r-question'],
    ['content.measure.version', 'measure'],
    ['content.asksEarlySigns', 'asksEarlySigns'],
    ['hint', 'hint'],
  ])('leads the server’s %s to the field %s', (serverField, field) => {
    expect(fieldOf(serverField, whole)).toBe(field);
  });
});

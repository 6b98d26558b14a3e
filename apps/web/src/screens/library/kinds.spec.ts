import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { isFound, kindsOf } from './kinds.js';
import { librarySearch } from './library-search.js';
import { pageCount, showable } from './pages.js';
import { readingOf, tonesOf } from './reading.js';

type PromptContent = PromptTemplateView['content'];
const prompt = (parts: Partial<PromptContent>): PromptContent => ({
  title: 'A title',
  question: null,
  hint: '',
  checkIns: [],
  chips: [],
  choices: [],
  ratings: [],
  measure: null,
  safetyCheck: false,
  asksEarlySigns: false,
  reviewsThreads: false,
  namesThread: false,
  ...parts,
});
const rating = { id: 'r', question: 'How heavy?', low: 'light', high: 'heavy' };
const choice = {
  id: 'c',
  question: 'Where?',
  hint: '',
  many: false,
  options: [
    { id: 'a', label: 'home' },
    { id: 'b', label: 'work' },
  ],
};

describe('the kinds of a prompt', () => {
  it.each<[Partial<PromptContent>, string[]]>([
    [{ question: 'What stayed?', checkIns: ['ease'] }, ['question', 'taps']],
    [{ question: 'What stayed?', choices: [choice], ratings: [rating] }, ['question', 'choice', 'rating']],
    [{ ratings: [rating] }, ['rating']],
    [{ hint: 'Rest if you can.' }, ['note']],
    [{ measure: { code: 'phq-9', version: 1 }, hint: 'A few.' }, ['measure']],
    [{ question: 'What stayed?', safetyCheck: true, asksEarlySigns: true }, ['question', 'safety', 'signs']],
    [{ question: 'Looking back?', namesThread: true }, ['question', 'threads']],
  ])('%j asks for %j', (parts, kinds) => {
    expect(kindsOf(prompt(parts))).toEqual(kinds);
  });

  it('are looked for by any word that staff or a client read, in whatever case', () => {
    const content = prompt({ question: 'What stayed?', choices: [choice] });
    const found = (q: string, kind?: 'choice' | 'note') => isFound({ content }, { q, kind });
    expect([found('STAYED'), found(' work '), found('a title'), found('moved')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([found('', 'choice'), found('', 'note')]).toEqual([true, false]);
  });

  it('take from an address only what is known', () => {
    expect(librarySearch({ q: 'sleep', kind: 'rating', more: 1 })).toEqual({ q: 'sleep', kind: 'rating' });
    expect(librarySearch({ q: 7, kind: 'everything' })).toEqual({ q: undefined, kind: undefined });
  });
});

describe('the pages of a prompt', () => {
  it.each<[string, Partial<PromptContent>, number]>([
    [
      'an open question with its taps',
      { question: 'What stayed?', checkIns: ['ease', 'sleep'], chips: ['C1'] },
      1,
    ],
    [
      'a question, a choice and a rating',
      { question: 'What stayed?', choices: [choice], ratings: [rating] },
      3,
    ],
    ['two ratings and no open question', { ratings: [rating, { ...rating, id: 'r2' }] }, 2],
    ['a note', { hint: 'Rest if you can.' }, 1],
    ['a safety check alone', { hint: 'One page.', safetyCheck: true }, 1],
  ])('%s', (_name, parts, pages) => {
    expect(pageCount(prompt(parts))).toBe(pages);
  });

  it('are as many as a measure has questions, and a safety check has one', () => {
    const parts = { hint: 'A few.', measure: { code: 'phq-9', version: 1 } };
    expect(pageCount(prompt(parts), 10)).toBe(10);
    expect(pageCount(prompt({ ...parts, question: 'And else?', safetyCheck: true }), 10)).toBe(12);
  });

  it('are shown without what cannot stand alone yet', () => {
    const measure = { code: 'gad-7', version: 1 };
    expect(showable(prompt({ measure, namesThread: true }), '-')).toMatchObject({ namesThread: false });
    expect(showable(prompt({ question: 'What?', namesThread: true }), '-')).toMatchObject({
      namesThread: true,
    });
    expect(showable(prompt({ asksEarlySigns: true, hint: 'Soon.' }), '-')).toBeNull();
    expect(showable(prompt({ asksEarlySigns: true, safetyCheck: true }), '-')).not.toBeNull();
  });

  it('are there to see once a measure is chosen, before a word is written', () => {
    expect(
      showable(prompt({ title: '', measure: { code: 'gad-7', version: 1 } }), 'Untitled'),
    ).not.toBeNull();
  });

  it('are shown as far as they are written', () => {
    const half = { ...choice, options: [choice.options[0]!, { id: 'b', label: '' }] };
    expect(
      showable(prompt({ question: 'What?', choices: [half], ratings: [{ ...rating, low: '' }] }), '-'),
    ).toMatchObject({
      choices: [],
      ratings: [],
    });
    expect(showable(prompt({ title: '' }), '-')).toBeNull();
    expect(showable(prompt({ title: '', hint: 'Rest.' }), 'Untitled')?.title).toBe('Untitled');
  });
});

describe('how a prompt reads', () => {
  it('names the longest sentence, and not the title that clients never see', () => {
    const long = 'When it comes up again on an ordinary day, what would you like to try instead of it?';
    const { longest, grade } = readingOf(
      prompt({ title: 'Considerable organisational complexity', question: `${long} Half is fine.` }),
    );
    expect(longest).toEqual({ sentence: long, words: 18 });
    expect(grade).toBeLessThanOrEqual(6);
  });

  it('gives no grade to a few words', () => {
    expect(readingOf(prompt({ question: 'What stayed with you?' })).grade).toBeNull();
    expect(readingOf(prompt({ title: '' }))).toEqual({ grade: null, longest: null });
  });

  it('is not eased by short answers under a hard question', () => {
    const question =
      'Considering the substantial transformation you have been experiencing, could you elaborate?';
    expect(
      readingOf(prompt({ question, hint: 'No is fine. So is yes.', choices: [choice] })).grade,
    ).toBeGreaterThan(6);
  });

  it('grows with long words', () => {
    const hard =
      'Notwithstanding considerable organisational complexity, which significant experiences demonstrated persistence?';
    expect(readingOf(prompt({ question: hard })).grade).toBeGreaterThan(10);
  });
});

describe('the tone of a prompt', () => {
  it('is looked at in what clients read, and named with the words it is about', () => {
    const content = prompt({
      title: 'Amazing',
      question: 'How was it?',
      hint: 'Great job!',
      choices: [{ ...choice, question: 'What is your score?' }],
    });
    expect(tonesOf(content)).toEqual([
      { text: 'Great job!', trouble: 'shouts' },
      { text: 'Great job!', trouble: 'cheers' },
      { text: 'What is your score?', trouble: 'measures' },
    ]);
    expect(tonesOf(prompt({ question: 'What stayed with you?' }))).toEqual([]);
    // Above a text that only tells something, clients read the title too.
    expect(tonesOf(prompt({ title: 'Amazing', hint: 'Rest.' }))).toHaveLength(1);
  });
});

import { say } from '@app/design/words/say.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { type AskedExtras, withExtras } from './asked-extras.js';
import { threadQuestionId } from './asked-ids.rules.js';
import { askedSafely, measureToAsk } from './measure-to-ask.js';

const asked: AskedQuestion = { title: 'A', question: 'How is it?', hint: '', checkIns: [], chips: [] };
const signs = ['I stop calling back.', 'Dishes pile up.'].map((words, nth) => ({ id: `sign-${nth}`, words }));
const threads = ['Marsh', 'Home'].map((name, nth) => ({ id: `t${nth}`, name, scale: null }));
const nothing: AskedExtras = { signs: [], threads: [] };

describe('what a question asks of one client alone', () => {
  it('is nothing where it does not ask, or nothing is agreed and shared yet', () => {
    expect(withExtras(asked, { signs, threads }, say)).toEqual(asked);
    const asking: AskedQuestion = { ...asked, asksEarlySigns: true, reviewsThreads: true };
    expect(withExtras(asking, nothing, say)).toEqual(asking);
  });

  it('are their early signs, in their words, after what it asks anyway', () => {
    const first = { id: 'own', question: 'Q', hint: '', options: [{ id: 'a', label: 'A' }], many: false };
    const { choices } = withExtras(
      { ...asked, asksEarlySigns: true, choices: [first] },
      { signs, threads },
      say,
    );
    expect(choices).toEqual([
      first,
      {
        id: 'early-signs',
        question: 'Have you seen any of your early signs lately?',
        hint: 'You chose these with your care team. None is a full answer.',
        options: [
          { id: 'sign-0', label: 'I stop calling back.' },
          { id: 'sign-1', label: 'Dishes pile up.' },
        ],
        many: true,
      },
    ]);
  });

  it('is of each shared thread whether its name still fits, and where it is from 0 to 10', () => {
    const scaled = { ...threads[1]!, scale: { low: 'a cellar', high: 'a kitchen' } };
    const { choices, ratings } = withExtras(
      { ...asked, reviewsThreads: true },
      { signs, threads: [threads[0]!, scaled] },
      say,
    );
    expect(choices).toHaveLength(2);
    expect(choices![0]).toMatchObject({
      id: threadQuestionId('t0'),
      question: '“Marsh”: does this still fit?',
    });
    expect(choices![0]!.options.map(({ id }) => id)).toEqual(['fits', 'not-quite', 'not-sure']);
    expect(choices![0]!.many).toBe(false);
    expect(ratings!.map(({ id, low, high }) => [id, low, high])).toEqual([
      ['thread:t0', 'Far away', 'Very close'],
      ['thread:t1', 'a cellar', 'a kitchen'],
    ]);
  });

  it('is of the five oldest threads, and of eight signs', () => {
    const many = <One extends { id: string }>(one: One) =>
      Array.from({ length: 12 }, (_, nth) => ({ ...one, id: `${one.id}${nth}` }));
    const { choices } = withExtras(
      { ...asked, asksEarlySigns: true, reviewsThreads: true },
      { signs: many(signs[0]!), threads: many(threads[0]!) },
      say,
    );
    expect(choices!.map(({ id }) => id)).toEqual([
      'early-signs',
      ...[0, 1, 2, 3, 4].map((nth) => `thread:t0${nth}`),
    ]);
    expect(choices![0]!.options).toHaveLength(8);
  });
});

describe('the measure that is asked', () => {
  it.each([
    ['phq-9', true, 'phq-9'],
    ['phq-9', false, 'phq-8'],
    ['phq-8', false, 'phq-8'],
    ['gad-7', false, 'gad-7'],
    ['house-scale', false, 'house-scale'],
  ])('of %s, with somebody to answer a flag: %s, is %s', (code, isAnswered, expected) => {
    expect(measureToAsk(code, isAnswered)).toBe(expected);
  });

  it('keeps its version unless it is another one, and leaves the rest of the question alone', () => {
    const measured = { ...asked, measure: { code: 'phq-9', version: 1 } };
    expect(askedSafely(measured, true)).toEqual(measured);
    expect(askedSafely(measured, false)).toEqual({ ...asked, measure: { code: 'phq-8', version: 1 } });
    expect(askedSafely(asked, false)).toEqual(asked);
  });
});

import fc from 'fast-check';
import { onlyTells, pageNumber, pagesOf } from './pages.rules.js';
import { CHECK_INS, CHIP_CODES, type AskedQuestion } from './prompt-template.types.js';

const option = fc.record({ id: fc.string({ minLength: 1 }), label: fc.string() });
const askedQuestions: fc.Arbitrary<AskedQuestion> = fc.record({
  title: fc.string(),
  question: fc.option(fc.string({ minLength: 1 })),
  hint: fc.string(),
  checkIns: fc.subarray([...CHECK_INS]),
  chips: fc.subarray([...CHIP_CODES]),
  choices: fc.array(
    fc.record({
      id: fc.string({ minLength: 1 }),
      question: fc.string(),
      hint: fc.string(),
      options: fc.array(option, { minLength: 2, maxLength: 8 }),
      many: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  ratings: fc.array(
    fc.record({
      id: fc.string({ minLength: 1 }),
      question: fc.string(),
      low: fc.string(),
      high: fc.string(),
    }),
    { maxLength: 4 },
  ),
});

const plain: AskedQuestion = {
  title: 'What stayed',
  question: 'What has stayed with you?',
  hint: '',
  checkIns: ['ease', 'sleep'],
  chips: ['C1'],
};
const choice = {
  id: 'sleep-place',
  question: 'Where did you sleep?',
  hint: '',
  options: [
    { id: 'a', label: 'At home' },
    { id: 'b', label: 'Away' },
  ],
  many: false,
};
const rating = { id: 'steady', question: 'How steady?', low: 'adrift', high: 'anchored' };

describe('the pages of a prompt', () => {
  it('are one for an open question with two taps and chips', () => {
    expect(pagesOf(plain)).toEqual([
      { kind: 'open', question: plain.question, checkIns: ['ease', 'sleep'], chips: ['C1'] },
    ]);
  });

  it('are one more for each choice and rating', () => {
    const pages = pagesOf({ ...plain, choices: [choice], ratings: [rating] });
    expect(pages.map(({ kind }) => kind)).toEqual(['open', 'choice', 'rating']);
  });

  it('begin with a rating where nothing open is asked', () => {
    const asked = { ...plain, question: null, checkIns: [], chips: [], ratings: [rating] };
    expect(pagesOf(asked)).toEqual([{ kind: 'rating', rating }]);
    expect(onlyTells(asked)).toBe(false);
  });

  it('are none for a prompt that only tells something', () => {
    const told = { ...plain, question: null, checkIns: [], chips: [] };
    expect(pagesOf(told)).toEqual([]);
    expect(onlyTells(told)).toBe(true);
  });

  it('ask everything once, and never more than one question and two taps a page', () => {
    fc.assert(
      fc.property(askedQuestions, (asked) => {
        const pages = pagesOf(asked);
        const taps = pages.flatMap((page) =>
          page.kind === 'open' ? page.checkIns : page.kind === 'check-in' ? [page.checkIn] : [],
        );
        expect(taps).toEqual(asked.checkIns);
        expect(pages.flatMap((page) => (page.kind === 'choice' ? [page.choice] : []))).toEqual(asked.choices);
        expect(pages.flatMap((page) => (page.kind === 'rating' ? [page.rating] : []))).toEqual(asked.ratings);
        const open = pages.flatMap((page) => (page.kind === 'open' ? [page] : []));
        expect(open.length).toBeLessThanOrEqual(1);
        expect(open.flatMap(({ chips }) => chips)).toEqual(asked.chips);
        expect(open.every(({ checkIns }) => checkIns.length <= 2)).toBe(true);
        expect(pages.findIndex(({ kind }) => kind === 'open')).toBeLessThanOrEqual(0);
        expect(onlyTells(asked)).toBe(pages.length === 0);
      }),
    );
  });

  it('are found by number, whatever is asked for', () => {
    fc.assert(
      fc.property(
        askedQuestions,
        fc.oneof(fc.string(), fc.nat().map(String), fc.constant(undefined)),
        (asked, wanted) => {
          const number = pageNumber(asked, wanted);
          expect(number).toBeGreaterThanOrEqual(1);
          expect(number).toBeLessThanOrEqual(Math.max(1, pagesOf(asked).length));
        },
      ),
    );
    const asked = { ...plain, choices: [choice], ratings: [rating] };
    expect(['1', '2', '3', '4', 'x', ['2'], null].map((wanted) => pageNumber(asked, wanted))).toEqual([
      1, 2, 3, 3, 1, 1, 1,
    ]);
  });
});

import fc from 'fast-check';
import { findMeasure, MEASURES } from '@app/measures/measures.data.js';
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
    expect(pagesOf(plain, null)).toEqual([
      { kind: 'open', question: plain.question, checkIns: ['ease', 'sleep'], chips: ['C1'] },
    ]);
  });

  it('are one more for each choice and rating', () => {
    const pages = pagesOf({ ...plain, choices: [choice], ratings: [rating] }, null);
    expect(pages.map(({ kind }) => kind)).toEqual(['open', 'choice', 'rating']);
  });

  it('begin with a rating where nothing open is asked', () => {
    const asked = { ...plain, question: null, checkIns: [], chips: [], ratings: [rating] };
    expect(pagesOf(asked, null)).toEqual([{ kind: 'rating', rating }]);
    expect(onlyTells(asked)).toBe(false);
  });

  it('are none for a prompt that only tells something', () => {
    const told = { ...plain, question: null, checkIns: [], chips: [] };
    expect(pagesOf(told, null)).toEqual([]);
    expect(onlyTells(told)).toBe(true);
  });

  it('ask everything once, and never more than one question and two taps a page', () => {
    fc.assert(
      fc.property(askedQuestions, (asked) => {
        const pages = pagesOf(asked, null);
        const taps = pages.flatMap((page) =>
          page.kind === 'open' ? page.checkIns : page.kind === 'check-in' ? [page.checkIn] : [],
        );
        expect(taps).toEqual(asked.checkIns);
        expect(pages.flatMap((page) => (page.kind === 'choice' ? [page.choice] : []))).toEqual(asked.choices);
        const ratings = pages.flatMap((page) => (page.kind === 'rating' ? [page.rating] : []));
        expect(sorted(ratings)).toEqual(sorted(asked.ratings ?? []));
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
          const number = pageNumber(pagesOf(asked, null), wanted);
          expect(number).toBeGreaterThanOrEqual(1);
          expect(number).toBeLessThanOrEqual(Math.max(1, pagesOf(asked, null).length));
        },
      ),
    );
    const pages = pagesOf({ ...plain, choices: [choice], ratings: [rating] }, null);
    expect(['1', '2', '3', '4', 'x', ['2'], null].map((wanted) => pageNumber(pages, wanted))).toEqual([
      1, 2, 3, 3, 1, 1, 1,
    ]);
  });
});

describe('the pages of a questionnaire and of a safety check', () => {
  const alone: AskedQuestion = { ...plain, question: null, checkIns: [], chips: [] };
  const itemsOf = (asked: AskedQuestion, code: string) =>
    pagesOf(asked, findMeasure(code, 1)!).flatMap((page) => (page.kind === 'measure-item' ? [page] : []));

  it.each(MEASURES.map((measure) => [measure.code, measure] as const))(
    '%s is asked one item a page, in its order, the unscored last',
    (code, { items, unscored, stem }) => {
      const pages = itemsOf({ ...alone, measure: { code, version: 1 } }, code);
      expect(pages.map(({ item }) => item.text)).toEqual([...items, ...unscored].map(({ text }) => text));
      expect(pages.map(({ number, of }) => `${number}/${of}`)).toEqual(
        pages.map((_, index) => `${index + 1}/${pages.length}`),
      );
      expect(pages.map(({ scored }) => scored)).toEqual([
        ...items.map(() => true),
        ...unscored.map(() => false),
      ]);
      expect(new Set(pages.map((page) => page.stem))).toEqual(new Set([stem]));
    },
  );

  it('know the one item of which anything but "not at all" is told at once', () => {
    const pages = itemsOf({ ...alone, measure: { code: 'phq-9', version: 1 } }, 'phq-9');
    expect(pages.filter(({ safety }) => safety).map(({ item }) => item.id)).toEqual(['9']);
    expect(
      itemsOf({ ...alone, measure: { code: 'phq-8', version: 1 } }, 'phq-8').some((one) => one.safety),
    ).toBe(false);
  });

  it('come after what is open, the check before the measure', () => {
    const asked: AskedQuestion = {
      ...plain,
      choices: [choice],
      safetyCheck: true,
      measure: { code: 'phq-2', version: 1 },
    };
    expect(pagesOf(asked, findMeasure('phq-2', 1)!).map(({ kind }) => kind)).toEqual([
      'open',
      'choice',
      'safety-check',
      'measure-item',
      'measure-item',
    ]);
  });

  it('are pages to answer on, so nothing is only told', () => {
    expect(onlyTells({ ...alone, measure: { code: 'phq-9', version: 1 } })).toBe(false);
    expect(onlyTells({ ...alone, safetyCheck: true })).toBe(false);
  });

  it('ask what is chosen and rated of one thread side by side', () => {
    const [one, other] = ['thread:1', 'thread:2'].map(
      (id) =>
        [
          { ...choice, id },
          { ...rating, id },
        ] as const,
    );
    const pages = pagesOf(
      { ...plain, choices: [choice, one![0], other![0]], ratings: [rating, one![1], other![1]] },
      null,
    );
    expect(
      pages.map((page) =>
        page.kind === 'choice'
          ? `choice ${page.choice.id}`
          : page.kind === 'rating'
            ? `rating ${page.rating.id}`
            : page.kind,
      ),
    ).toEqual([
      'open',
      'choice sleep-place',
      'choice thread:1',
      'rating thread:1',
      'choice thread:2',
      'rating thread:2',
      'rating steady',
    ]);
  });
});

function sorted(ratings: readonly { id: string }[]): string[] {
  return ratings.map((one) => JSON.stringify(one)).sort();
}

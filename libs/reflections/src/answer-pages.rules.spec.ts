import fc from 'fast-check';
import { findMeasure } from '@app/measures/measures.data.js';
import { pagesOf } from '@app/plans/pages.rules.js';
import { CHECK_INS, CHIP_CODES, type AskedQuestion } from '@app/plans/prompt-template.types.js';
import { SAFETY_SIGNS, type SafetySign } from '@app/plans/safety-signs.js';
import { mergedAnswer, NO_ANSWER } from './answer-pages.rules.js';
import { isEmpty } from './reflection-body.js';
import type { Answer, CheckInStep } from './answer.types.js';

const options = ['a', 'b', 'c'].map((id) => ({ id, label: id }));
const choiceOf = (id: string, many: boolean) => ({ id, question: id, hint: '', options, many });
const ratingOf = (id: string) => ({ id, question: id, low: 'low', high: 'high' });
const asked: AskedQuestion = {
  title: '',
  question: 'What has stayed with you?',
  hint: '',
  checkIns: [...CHECK_INS],
  chips: CHIP_CODES,
  choices: [choiceOf('one', false), choiceOf('two', true)],
  ratings: [ratingOf('three'), ratingOf('__proto__x')],
  measure: { code: 'phq-9', version: 1 },
  safetyCheck: true,
  namesThread: true,
};
const pages = pagesOf(asked, findMeasure('phq-9', 1)!);
const items = pages.flatMap((page) => (page.kind === 'measure-item' ? [page.item.id] : []));

const steps = fc.constantFrom<CheckInStep[]>(1, 2, 3, 4, 5);
const optional = <Value>(keys: readonly string[], value: fc.Arbitrary<Value>) =>
  fc
    .array(fc.tuple(fc.constantFrom(...keys), value))
    .map((entries) => Object.fromEntries(entries) as Record<string, Value>);
const written = {
  words: fc.string(),
  checkIns: optional(CHECK_INS, steps),
  chips: fc.subarray([...CHIP_CODES]),
  choices: optional(['one', 'two'], fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
  ratings: optional(['three', '__proto__x'], fc.integer({ min: 0, max: 10 })),
};
const values = optional(items, fc.integer({ min: 0, max: 3 }));
const answers: fc.Arbitrary<Answer> = fc
  .record({
    ...written,
    measure: values,
    safetySigns: fc.option(fc.subarray(Object.keys(SAFETY_SIGNS) as SafetySign[]), { nil: undefined }),
    thread: fc.option(fc.record({ name: fc.option(fc.string({ minLength: 1 })) }), { nil: undefined }),
  })
  .map(({ safetySigns, thread, ...answer }) => ({
    ...answer,
    ...(safetySigns && { safetySigns }),
    ...(thread && { thread }),
  }));

/** What a browser posts from one page: nothing but what that page asks. */
function onPage(answer: Answer, index: number): Answer {
  const part = pages[index]!;
  const only = <Value>(given: Readonly<Record<string, Value>>, names: readonly string[]) =>
    Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
  switch (part.kind) {
    case 'open':
      return {
        words: answer.words,
        checkIns: only(answer.checkIns, part.checkIns),
        chips: answer.chips,
        ...(answer.thread && { thread: answer.thread }),
      };
    case 'check-in':
      return { ...NO_ANSWER, checkIns: only(answer.checkIns, [part.checkIn]) };
    case 'choice':
      return { ...NO_ANSWER, choices: only(answer.choices ?? {}, [part.choice.id]) };
    case 'rating':
      return { ...NO_ANSWER, ratings: only(answer.ratings ?? {}, [part.rating.id]) };
    case 'safety-check':
      return { ...NO_ANSWER, ...(answer.safetySigns && { safetySigns: answer.safetySigns }) };
    case 'measure-item':
      return {
        ...NO_ANSWER,
        measure: only(answer.measure ?? {}, [part.item.id]),
      };
  }
}

const merge = (before: Answer, answer: Answer, index: number) =>
  mergedAnswer(before, onPage(answer, index), pages[index]!);

describe('answers of several pages', () => {
  it('become one, whatever order the pages come in and whatever was there before', () => {
    const orders = fc.shuffledSubarray(
      pages.map((_, index) => index),
      { minLength: pages.length },
    );
    fc.assert(
      fc.property(answers, answers, orders, (before, answer, order) => {
        expect(order.reduce((sum, index) => merge(sum, answer, index), before)).toEqual(answer);
      }),
    );
  });

  it('stay as they are when a page is sent twice', () => {
    fc.assert(
      fc.property(answers, answers, fc.nat(pages.length - 1), (before, answer, index) => {
        const once = merge(before, answer, index);
        expect(merge(once, answer, index)).toEqual(once);
      }),
    );
  });

  it('lose only what their own page takes back', () => {
    fc.assert(
      fc.property(answers, fc.nat(pages.length - 1), (before, index) => {
        const cleared = merge(before, NO_ANSWER, index);
        expect(onPage(cleared, index)).toEqual(onPage(NO_ANSWER, index));
        for (const [other] of pages.entries()) {
          if (other !== index) expect(onPage(cleared, other)).toEqual(onPage(before, other));
        }
      }),
    );
  });

  it('are empty only when no page was answered', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const parts = pages.map((_, index) => isEmpty(onPage(answer, index)));
        expect(isEmpty(answer)).toBe(parts.every(Boolean));
      }),
    );
  });

  it('may be brought along by a page that does not ask for them', () => {
    const carried: Answer = { ...NO_ANSWER, words: 'the heron', choices: { one: ['a'], two: ['b'] } };
    const [, , , second] = pages;
    expect(mergedAnswer(NO_ANSWER, carried, second!)).toMatchObject({
      words: 'the heron',
      choices: { one: ['a'], two: ['b'] },
    });
  });
});

describe('the question after the safety item', () => {
  const safety = pages.findIndex((page) => page.kind === 'measure-item' && page.safety);
  const said: Answer = { ...NO_ANSWER, measure: { 9: 1 }, feelsSafe: 'yes' };
  const posted = (value: number): Answer => ({ ...NO_ANSWER, measure: { 9: value } });

  it.each([
    ['the same answer', 1, 'yes'],
    ['another answer', 2, undefined],
    ['"not at all"', 0, undefined],
  ])('is asked anew unless it was about %s', (_what, value, feelsSafe) => {
    expect(mergedAnswer(said, posted(value), pages[safety]!).feelsSafe).toBe(feelsSafe);
  });

  it('stays answered on every other page', () => {
    for (const [index, page] of pages.entries()) {
      if (index !== safety) expect(mergedAnswer(said, NO_ANSWER, page).feelsSafe).toBe('yes');
    }
  });
});

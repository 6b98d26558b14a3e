import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { evidenceFaults, mayUndo, type QuotableReflection, type QuotedSpan } from './thread-stages.rules.js';

const WORDS = 'I paused on the stairs. 🌾 Then I called her.';
const reflections = new Map<string, QuotableReflection>([
  ['read', { words: WORDS, isRead: true, isWithdrawn: false }],
  ['unread', { words: WORDS, isRead: false, isWithdrawn: false }],
  ['withdrawn', { words: '', isRead: true, isWithdrawn: true }],
]);
const span = (quote: string, over: Partial<QuotedSpan> = {}): QuotedSpan => {
  const from = Math.max(WORDS.indexOf(quote), 0);
  return { reflectionId: 'read', from, to: from + quote.length, quote, ...over };
};

describe('the evidence of a stage', () => {
  it.each<[string, QuotedSpan[]]>([
    ['one span', [span('I paused on the stairs')]],
    ['five spans', Array.from({ length: 5 }, () => span('Then I called her.'))],
    ['a whole reflection', [span(WORDS)]],
    ['a character of two code units', [span('🌾')]],
  ])('may be %s', (_, spans) => {
    expect(evidenceFaults(spans, reflections)).toEqual([]);
  });

  it.each<[string, QuotedSpan[], string, number | null]>([
    ['nothing', [], 'required', null],
    ['six spans', Array.from({ length: 6 }, () => span('I paused')), 'arrayMaxSize', null],
    ['another client’s reflection', [span('I paused', { reflectionId: 'other' })], 'unknownReference', 0],
    ['what its reader has not read', [span('I paused', { reflectionId: 'unread' })], 'notRead', 0],
    ['what was taken back', [span('I paused', { reflectionId: 'withdrawn' })], 'wasWithdrawn', 0],
    ['other words', [span('I paused', { quote: 'I waited' })], 'notVerbatim', 0],
    ['other capitals', [span('I paused', { quote: 'i paused' })], 'notVerbatim', 0],
    ['the right words in the wrong place', [span('I paused', { from: 1, to: 9 })], 'notVerbatim', 0],
    ['half a character', [span('🌾', { to: WORDS.indexOf('🌾') + 1, quote: '\ud83c' })], 'notVerbatim', 0],
    ['no words', [span('')], 'notVerbatim', 0],
    ['beyond the end', [span(WORDS, { to: WORDS.length + 1 })], 'notVerbatim', 0],
    ['one good span and one that is not', [span('I paused'), span('x', { quote: 'y' })], 'notVerbatim', 1],
  ])('may not be %s', (_, spans, code, index) => {
    expect(evidenceFaults(spans, reflections)).toEqual([{ index, code }]);
  });

  it('is taken when, and only when, it is what stands there', () => {
    const anEnd = fc.integer({ min: -1, max: WORDS.length + 1 });
    fc.assert(
      fc.property(anEnd, anEnd, fc.boolean(), (from, to, isVerbatim) => {
        const quote = isVerbatim
          ? WORDS.slice(Math.max(from, 0), to)
          : `${WORDS.slice(Math.max(from, 0), to)}.`;
        const [fault] = evidenceFaults([{ reflectionId: 'read', from, to, quote }], reflections);
        const stands = from >= 0 && from < to && WORDS.startsWith(quote, from) && quote.length === to - from;
        expect(fault === undefined).toBe(stands && !/\p{Cs}/u.test(quote));
      }),
      { numRuns: 500 },
    );
  });
});

describe('taking a stage back', () => {
  const setAt = Temporal.Instant.from('2026-11-02T15:00:00Z');
  it.each([
    [0, true],
    [10 * 60, true],
    [10 * 60 + 1, false],
  ])('after %i seconds: %s', (seconds, may) => {
    expect(mayUndo(setAt, setAt.add({ seconds }))).toBe(may);
  });
});

import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { MOST_CHARACTERS, postedFields, readAnswer, waitChoice, waitOf } from './answer-fields.js';

const asked: AskedQuestion = {
  title: 'One small shift',
  question: 'Was there a moment this week that went a little differently?',
  hint: '',
  checkIns: ['ease', 'energy'],
  chips: ['S1', 'S2'],
};
const read = (body: unknown) => readAnswer(postedFields(body), asked);

describe('reading an answer', () => {
  it('keeps words as they were typed, line ends included', () => {
    expect(read({ words: '  one\r\ntwo \n\n' }).answer.words).toBe('  one\ntwo \n\n');
  });

  it('takes taps and chips that were offered, one chip or several', () => {
    const { answer, problem } = read({ words: '', ease: '4', chips: 'S2' });
    expect([answer.checkIns, answer.chips, problem]).toEqual([{ ease: 4 }, ['S2'], null]);
    expect(read({ chips: ['S2', 'S1'] }).answer.chips).toEqual(['S1', 'S2']);
  });

  it.each([
    { ease: '6' },
    { ease: '0' },
    { ease: '2.0' },
    { sleep: '3' },
    { chips: 'C1' },
    { chips: ['S1', 'x'] },
  ])('refuses what was not offered: %j', (fields) =>
    expect(read(fields)).toMatchObject({ status: 400, problem: { code: 'notSent' } }),
  );

  it('refuses text that cannot be kept, with the words still there', () => {
    expect(read({ words: 'a\0b' })).toMatchObject({ status: 400, problem: { code: 'unreadable' } });
    expect(read({ words: 'a\ud800b' }).problem?.code).toBe('unreadable');
    expect(read({ words: 'a\uFFFDb' }).answer.words).toBe('a\uFFFDb');
  });

  it('counts characters as people do', () => {
    expect(read({ words: '🌿'.repeat(MOST_CHARACTERS) }).problem).toBeNull();
    expect(read({ words: 'a'.repeat(MOST_CHARACTERS + 1) })).toMatchObject({ status: 422 });
  });

  it.each([undefined, null, 'text', [], { words: ['a', 'b'] }, { words: 1 }])(
    'takes %j for nothing',
    (body) => {
      expect(read(body).answer).toEqual({ words: '', checkIns: {}, chips: [] });
    },
  );

  describe('of choices and ratings', () => {
    const options = [
      { id: 'home', label: 'At home' },
      { id: 'away', label: 'Away' },
    ];
    const more: AskedQuestion = {
      ...asked,
      choices: [
        { id: 'where', question: 'Where?', hint: '', options, many: false },
        { id: 'who', question: 'Who was there?', hint: '', options, many: true },
      ],
      ratings: [{ id: 'steady', question: 'How steady?', low: 'adrift', high: 'anchored' }],
    };
    const readMore = (body: object) => readAnswer(postedFields(body), more);

    it('takes what was offered, one or several, and every step from 0 to 10', () => {
      const { answer, problem } = readMore({
        'choice-where': 'away',
        'choice-who': ['away', 'home'],
        'rating-steady': '0',
      });
      expect([answer.choices, answer.ratings, problem]).toEqual([
        { where: ['away'], who: ['home', 'away'] },
        { steady: 0 },
        null,
      ]);
      expect(readMore({ 'rating-steady': '10' }).answer.ratings).toEqual({ steady: 10 });
    });

    it('lets each be skipped', () => {
      expect(readMore({ 'choice-where': '', 'rating-steady': '' })).toEqual({
        answer: { words: '', checkIns: {}, chips: [], choices: {}, ratings: {} },
        problem: null,
      });
    });

    it.each([
      { 'choice-where': 'elsewhere' },
      { 'choice-where': ['home', 'away'] },
      { 'choice-who': ['home', 'elsewhere'] },
      { 'choice-other': 'home' },
      { 'choice-__proto__': 'home' },
      { 'rating-steady': '11' },
      { 'rating-steady': '-1' },
      { 'rating-steady': '5.5' },
      { 'rating-steady': ['3', '4'] },
      { 'rating-other': '3' },
    ])('refuses what was not, with the words kept: %j', (fields) => {
      const refused = readMore({ words: 'the heron', ...fields });
      expect(refused).toMatchObject({ status: 400, problem: { code: 'notOffered' } });
      expect(refused.answer.words).toBe('the heron');
    });
  });

  it('takes a wish to be called for a wish not to wait, and anything else for the calm answer', () => {
    expect(['can-wait', 'next-working-day', 'call-me', '', 'x'].map((wait) => waitOf({ wait }))).toEqual([
      'can-wait',
      'next-working-day',
      'next-working-day',
      'can-wait',
      'can-wait',
    ]);
    expect(waitChoice('call-me')).toBe('call-me');
  });
});

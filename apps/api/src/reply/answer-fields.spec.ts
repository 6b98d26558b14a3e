import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { MOST_CHARACTERS, postedFields, readAnswer } from './answer-fields.js';

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
});

import fc from 'fast-check';
import { minutesAWeek, minutesToAnswer, WORDS_A_MINUTE, wordsToRead } from './reading-load.rules.js';
import type { PromptContent } from './prompt-template.types.js';
import { promptTemplate } from './prompt-templates.data.js';

const tells: PromptContent = { title: 'A', question: null, hint: 'We are here.', checkIns: [], chips: [] };

describe('the reading of a week', () => {
  it('is nothing where nothing is asked', () => {
    expect(wordsToRead(tells)).toBe(0);
    expect(minutesAWeek([], 60)).toBe(0);
    expect(minutesAWeek([0, 0], 60)).toBe(0);
  });

  it('is what is read silently at 238 words a minute, in whole minutes', () => {
    expect(minutesAWeek([WORDS_A_MINUTE * 4], 28)).toBe(1);
    expect(minutesAWeek([WORDS_A_MINUTE * 4 + 1], 28)).toBe(2);
    expect(
      minutesAWeek(
        Array.from({ length: 20 }, () => 120),
        60,
      ),
    ).toBe(2);
  });

  it('never shrinks when more is asked', () => {
    const words = fc.array(fc.nat(500), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(500), (some, more) => {
        expect(minutesAWeek([...some, more], 60)).toBeGreaterThanOrEqual(minutesAWeek(some, 60));
      }),
    );
  });

  it('counts the question, an answer, and each tap', () => {
    const asked = promptTemplate('with-yourself', 1);
    const plain = wordsToRead({ ...asked, checkIns: [] });
    expect(plain).toBeGreaterThan(50);
    expect(wordsToRead(asked)).toBeGreaterThan(plain);
  });
});

describe('the minutes of an answer', () => {
  it('are one for a note and one to three for what we ask', () => {
    expect(minutesToAnswer(tells)).toBe(1);
    expect(minutesToAnswer(promptTemplate('what-stayed', 1))).toBe(1);
    expect(minutesToAnswer(promptTemplate('own-signs', 2))).toBeLessThanOrEqual(3);
  });
});

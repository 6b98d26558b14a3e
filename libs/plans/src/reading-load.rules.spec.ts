import { findMeasure } from '@app/measures/measures.data.js';
import fc from 'fast-check';
import { measureSize } from './measure-size.js';
import * as load from './reading-load.rules.js';
import type { PromptContent } from './prompt-template.types.js';
import { promptTemplate } from './prompt-templates.data.js';

const tells: PromptContent = { title: 'A', question: null, hint: 'We are here.', checkIns: [], chips: [] };

const wordsToRead = (content: PromptContent) => load.wordsToRead(content, measureSize(content));
const minutesToAnswer = (content: PromptContent) => load.minutesToAnswer(content, measureSize(content));

describe('the reading of a week', () => {
  it('is nothing where nothing is asked', () => {
    expect(wordsToRead(tells)).toBe(0);
    expect(load.minutesAWeek([], 60)).toBe(0);
    expect(load.minutesAWeek([0, 0], 60)).toBe(0);
  });

  it('is what is read silently at 238 words a minute, in whole minutes', () => {
    expect(load.minutesAWeek([load.WORDS_A_MINUTE * 4], 28)).toBe(1);
    expect(load.minutesAWeek([load.WORDS_A_MINUTE * 4 + 1], 28)).toBe(2);
    expect(
      load.minutesAWeek(
        Array.from({ length: 20 }, () => 120),
        60,
      ),
    ).toBe(2);
  });

  it('never shrinks when more is asked', () => {
    const words = fc.array(fc.nat(500), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.nat(500), (some, more) => {
        expect(load.minutesAWeek([...some, more], 60)).toBeGreaterThanOrEqual(load.minutesAWeek(some, 60));
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

const asks = (measure: PromptContent['measure']): PromptContent => ({ ...tells, hint: '', measure });

describe('a measure', () => {
  it.each([
    ['phq-9', 1, 15 + 10 * 6],
    ['phq-8', 1, 15 + 8 * 6],
    ['gad-7', 1, 15 + 8 * 6],
    ['phq-2', 1, 15 + 2 * 6],
    ['pcl-5', 1, 15 + 20 * 6],
    // The clinic's own.
    ['our-weeks', 3, 15 + 10 * 6],
  ])('%s is read as a sentence and its answers', (code, version, words) => {
    const { items = [], unscored = [] } = findMeasure(code, version) ?? {};
    const asked = items.length + unscored.length || 10;
    expect([asked, wordsToRead(asks({ code, version }))]).toEqual([(words - 15) / 6, words]);
  });

  it('comes on top of what else is asked', () => {
    const open = { ...asks(undefined), question: 'What stayed?' };
    const both = { ...open, measure: { code: 'phq-9', version: 1 } };
    expect(wordsToRead(both) - wordsToRead(open)).toBe(75);
    expect(minutesToAnswer(both)).toBeGreaterThan(minutesToAnswer(open));
  });

  it('counts in a week of them, and takes a client longer the longer it is', () => {
    const weekly = wordsToRead(asks({ code: 'pcl-5', version: 1 }));
    expect(load.minutesAWeek([weekly, weekly], 14)).toBe(1);
    const minutes = ['phq-2', 'phq-9', 'pcl-5'].map((code) => minutesToAnswer(asks({ code, version: 1 })));
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
    expect(minutes[2]).toBeGreaterThan(minutes[0]!);
  });
});

describe('the minutes of an answer', () => {
  it('are one for a note and one to three for what we ask', () => {
    expect(minutesToAnswer(tells)).toBe(1);
    expect(minutesToAnswer(promptTemplate('what-stayed', 1))).toBe(1);
    expect(minutesToAnswer(promptTemplate('own-signs', 2))).toBeLessThanOrEqual(3);
  });
});

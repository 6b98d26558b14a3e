import { asksSafety, contentTroubles, informs, MOST_QUESTIONS } from './prompt-content.rules.js';
import type { ChoiceQuestion, PromptContent, RatingQuestion } from './prompt-template.types.js';

const asks: PromptContent = {
  title: 'A',
  question: 'How is it?',
  hint: '',
  checkIns: ['ease'],
  chips: ['C1'],
};
const choice = (id: string, labels: readonly string[] = ['Yes', 'No']): ChoiceQuestion => ({
  id,
  question: 'Which?',
  hint: '',
  options: labels.map((label, index) => ({ id: `o${index}`, label })),
  many: false,
});
const rating = (id: string): RatingQuestion => ({ id, question: 'How much?', low: 'None', high: 'All' });
const troubles = (over: Partial<PromptContent>) =>
  contentTroubles({ ...asks, ...over }).map(({ field, code }) => `${field} ${code}`);
const many = (count: number) => Array.from({ length: count }, (_, index) => choice(`c${index}`));

describe('what a prompt may hold', () => {
  it('is a question with taps, or taps alone, or something that is only told', () => {
    expect(troubles({})).toEqual([]);
    expect(troubles({ question: null })).toEqual([]);
    expect(troubles({ question: null, checkIns: [], chips: [], hint: 'We are here.' })).toEqual([]);
    expect(troubles({ question: null, asksEarlySigns: true, reviewsThreads: true })).toEqual([]);
  });

  it.each<[string, Partial<PromptContent>, string]>([
    ['a blank title', { title: ' ' }, 'title isNotEmpty'],
    ['a blank question', { question: ' ' }, 'question isNotEmpty'],
    ['nothing at all', { question: null, checkIns: [], chips: [] }, 'hint isNotEmpty'],
    ['a chip twice', { chips: ['C1', 'C1'] }, 'chips arrayUnique'],
    ['a check-in twice', { checkIns: ['ease', 'ease'] }, 'checkIns arrayUnique'],
    ['three check-ins on a page', { checkIns: ['ease', 'sleep', 'energy'] }, 'checkIns arrayMaxSize'],
    ['one option', { choices: [choice('a', ['Yes'])] }, 'choices.0.options arrayMinSize'],
    ['nine options', { choices: [choice('a', [...'123456789'])] }, 'choices.0.options arrayMaxSize'],
    ['an option twice', { choices: [choice('a', ['Yes', ' yes'])] }, 'choices.0.options arrayUnique'],
    ['a blank option', { choices: [choice('a', ['Yes', ' '])] }, 'choices.0.options.1.label isNotEmpty'],
    ['a blank end', { ratings: [{ ...rating('a'), high: '' }] }, 'ratings.0.high isNotEmpty'],
    ['an id that is no field name', { ratings: [rating('How much?')] }, 'ratings.0.id matches'],
    ['a thread without words', { question: null, namesThread: true }, 'namesThread needsQuestion'],
    [
      'early signs alone, of which a client may have none',
      { question: null, checkIns: [], chips: [], asksEarlySigns: true },
      'asksEarlySigns needsMore',
    ],
    [
      'threads alone, of which a client may share none',
      { question: null, checkIns: [], chips: [], hint: 'Soon.', reviewsThreads: true },
      'reviewsThreads needsMore',
    ],
    ['a measure of no code', { measure: { code: 'PHQ 9', version: 1 } }, 'measure.code matches'],
    ['a measure of no version', { measure: { code: 'phq-9', version: 0 } }, 'measure.version min'],
    ['an id that every object has', { choices: [choice('constructor')] }, 'choices.0.id matches'],
  ])('is never %s', (_what, over, trouble) => {
    expect(troubles(over)).toEqual([trouble]);
  });

  it('gives each question an id of its own, choices and ratings together', () => {
    expect(troubles({ choices: [choice('a')], ratings: [rating('a')] })).toEqual([
      'choices.0.id arrayUnique',
      'ratings.0.id arrayUnique',
    ]);
  });

  it('asks at most twelve things, check-ins and the open question included', () => {
    expect(troubles({ choices: many(MOST_QUESTIONS - 2) })).toEqual([]);
    expect(troubles({ choices: many(MOST_QUESTIONS - 1) })).toEqual(['choices tooManyQuestions']);
    expect(troubles({ choices: many(MOST_QUESTIONS - 2), safetyCheck: true })).toEqual([
      'choices tooManyQuestions',
    ]);
  });
});

describe('what only tells something', () => {
  it('has nothing to be answered', () => {
    const told = { ...asks, question: null, checkIns: [], chips: [] };
    expect(informs(told)).toBe(true);
    expect(informs({ ...told, chips: ['S1'] })).toBe(false);
    expect(informs({ ...told, ratings: [rating('a')] })).toBe(false);
    expect(informs({ ...told, question: 'How is it?' })).toBe(false);
  });
});

describe('what somebody has to receive at once', () => {
  it('is a safety check; a measure is asked without its question about safety where nobody does', () => {
    expect(asksSafety({ ...asks, safetyCheck: true })).toBe(true);
    expect(asksSafety({ ...asks, measure: { code: 'phq-9', version: 1 } })).toBe(false);
    expect(asksSafety(asks)).toBe(false);
  });
});

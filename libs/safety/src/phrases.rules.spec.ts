import fc from 'fast-check';
import { PHRASE_LISTS } from './phrases.data.js';
import { foundPhrases, newestLists, phraseListOf, sentenceAround } from './phrases.rules.js';

const list = phraseListOf('en', PHRASE_LISTS)!;
const found = (words: string) => foundPhrases(words, list).map(({ phrase }) => phrase);

describe('the phrases that are looked for', () => {
  it('stand once each, in lower case, with a version', () => {
    for (const { language, version, phrases } of PHRASE_LISTS) {
      expect(language).toMatch(/^[a-z]{2}$/);
      expect(version).toBeGreaterThan(0);
      expect(new Set(phrases).size).toBe(phrases.length);
      for (const phrase of phrases) expect(phrase).toMatch(/^[a-z']+( [a-z']+)*$/);
    }
  });

  it('are those of the newest version of the language, or none', () => {
    const lists = [
      { language: 'en', version: 1, phrases: ['one'] },
      { language: 'en', version: 2, phrases: ['two'] },
    ];
    expect(phraseListOf('en-US', lists)?.version).toBe(2);
    expect(phraseListOf('fr', lists)).toBeNull();
    const german = { language: 'de', version: 3, phrases: ['drei'] };
    expect(newestLists([...lists, german])).toEqual([german, lists[1]]);
  });

  it.each([
    ['I want to kill myself.', ['kill myself']],
    ['I WANT TO KILL\n  MYSELF', ['kill myself']],
    ['They’d be better off without me', ['better off without me']],
    ['I don’t want to live like this', ["don't want to live"]],
    ['i dont want to live', ["don't want to live"]],
    ['I don`t want to be alive, and I want to die', ["don't want to be alive", 'want to die']],
    // It says what stands there, not what is meant.
    ['I would never kill myself', ['kill myself']],
    ['The plan was to end my lifetime subscription', []],
    ['We skill myself-ish things', []],
    ['kill, myself', []],
    ['I killed time by myself', []],
    ['I am fine', []],
    ['', []],
  ])('in %j', (words, phrases) => {
    expect(found(words)).toEqual(phrases);
  });

  it('are given where they stand, in the words as they were written', () => {
    const words = 'Heron 🐦 at dusk. I DON’T  want\nto live this way. Nothing more.';
    const [range] = foundPhrases(words, list);
    expect(words.slice(range!.from, range!.to)).toBe('DON’T  want\nto live');
    expect(sentenceAround(words, range!)).toBe('I DON’T  want\nto live this way.');
    const [one] = foundPhrases('Dusk. I want to die, I think. Then tea.', list);
    expect(sentenceAround('Dusk. I want to die, I think. Then tea.', one!)).toBe('I want to die, I think.');
  });

  it('are found in whatever stands around them', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom(...list.phrases), around, around, (phrase, before, after) => {
        const words = `${before}\n ${phrase.toUpperCase().replaceAll("'", '’').replaceAll(' ', '\u00a0 ')} \n${after}`;
        const ranges = foundPhrases(words, list);
        expect(ranges.map((range) => range.phrase)).toContain(phrase);
        for (const { from, to } of ranges) expect(words.slice(from, to)).toBe(words.slice(from, to).trim());
      }),
    );
  });
});

import fc from 'fast-check';
import { isRange, quoteOf } from '@app/reflections/ranges.rules.js';
import { plainWordsOf } from './plain-words.data.js';
import { type ReadWords, REPEATED_IN, repeatedWords } from './repeated-words.rules.js';

const read = (...texts: string[]): ReadWords[] =>
  texts.map((words, index) => ({ reflectionId: `r${index + 1}`, words }));
const phrases = (texts: readonly ReadWords[], language = 'en-US') =>
  repeatedWords(texts, plainWordsOf(language)!).map(({ phrase }) => phrase);

describe('words a client uses again and again', () => {
  it.each<[string, string[], string[]]>([
    [
      'an exact phrase, as it was first written',
      ['The Locked Door.', 'a locked door', 'that locked door again'],
      ['Locked Door'],
    ],
    [
      'a distinctive single word',
      ['Then my grandmother came.', 'grandmother', 'Grandmother’s? No: grandmother!'],
      ['grandmother'],
    ],
    [
      'a phrase with small words inside',
      ['fear of the dark', 'a fear of the dark', 'fear of the dark'],
      ['fear of the dark'],
    ],
    [
      'whatever apostrophe it has',
      ['mother’s kitchen', "mother's kitchen", 'Mother’s kitchen'],
      ['mother’s kitchen'],
    ],
    ['a common word that has company', ['let go', 'I let go', 'can I let go'], ['let go']],
    ['letters with accents', ['una niña pequeña', 'la niña pequeña', 'esa niña pequeña'], ['niña pequeña']],
  ])('are %s', (_, texts, expected) => {
    expect(phrases(read(...texts), texts[0]!.includes('niña') ? 'es-MX' : 'en-US')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['stand in two reflections alone', ['the locked door', 'locked door, locked door']],
    ['are small', ['I was there', 'and I was', 'I was so']],
    ['are common alone', ['today I felt something', 'something today', 'felt something']],
    ['have a full stop between them', ['let. Go', 'let. Go', 'let. Go']],
    ['stand on two lines', ['get\nup', 'get\nup', 'get\nup']],
    ['are another word with the same beginning', ['gardens', 'garden', 'gardener']],
  ])('are not those that %s', (_, texts) => {
    expect(phrases(read(...texts))).toEqual([]);
  });

  it('give every place they stand in, and the place gives the words', () => {
    const texts = read('A locked door.', 'nothing', 'Locked door; locked door', 'my locked door');
    expect(repeatedWords(texts, plainWordsOf('en')!)).toEqual([
      {
        phrase: 'locked door',
        uses: [
          { reflectionId: 'r1', from: 2, to: 13 },
          { reflectionId: 'r3', from: 0, to: 11 },
          { reflectionId: 'r3', from: 13, to: 24 },
          { reflectionId: 'r4', from: 3, to: 14 },
        ],
      },
    ]);
  });

  it('name a part of a longer phrase only where it stands alone too', () => {
    const texts = ['the locked door', 'a locked door', 'one locked door'];
    expect(phrases(read(...texts))).toEqual(['locked door']);
    expect(phrases(read(...texts, 'all was locked'))).toEqual(['locked', 'locked door']);
  });

  it('have a list of plain words in English and Spanish, of whatever country, and in no other language', () => {
    expect(plainWordsOf('en-US')).toBe(plainWordsOf('en'));
    expect(plainWordsOf('es-MX')).not.toBeNull();
    expect(plainWordsOf('fi')).toBeNull();
  });

  it('are never invented: verbatim, in at least three reflections, each place in its own text', () => {
    const aWord = fc.constantFrom(
      'locked',
      'Door',
      'door',
      'of',
      'the',
      'sea',
      '🌾',
      'niña',
      'it’s',
      '.',
      '\n',
      'paused',
    );
    const aText = fc.array(aWord, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 8 }), (texts) => {
        const all = read(...texts);
        const textOf = (id: string) => all.find(({ reflectionId }) => reflectionId === id)!.words;
        for (const { phrase, uses } of repeatedWords(all, plainWordsOf('en')!)) {
          expect(new Set(uses.map(({ reflectionId }) => reflectionId)).size).toBeGreaterThanOrEqual(
            REPEATED_IN,
          );
          expect(quoteOf(textOf(uses[0]!.reflectionId), uses[0]!)).toBe(phrase);
          expect(phrase.split(/\s+/).length).toBeLessThanOrEqual(5);
          for (const use of uses) {
            const words = textOf(use.reflectionId);
            expect(isRange(words, use)).toBe(true);
            expect(plainForm(quoteOf(words, use))).toBe(plainForm(phrase));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function plainForm(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

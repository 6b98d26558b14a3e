import fc from 'fast-check';
import { isRange, quoteOf } from './ranges.rules.js';
import { matchesOf } from './text-search.rules.js';

const found = (text: string, query: string) => matchesOf(text, query).map((range) => quoteOf(text, range));

describe('looking for words', () => {
  it.each<[string, string, string, string[]]>([
    ['capitals', 'Garden, garden, GARDEN', 'gArden', ['Garden', 'garden', 'GARDEN']],
    ['accents in the text', 'El niño y la niña', 'nin', ['niñ', 'niñ']],
    ['accents in the query', 'a cafe and a café', 'café', ['cafe', 'café']],
    ['accents that stand by themselves', 'a cafe\u0301 here', 'cafe', ['cafe\u0301']],
    ['accents within, apart from their letter', 'I ate cre\u0300me', 'creme', ['cre\u0300me']],
    ['a sharp s', 'die Straße', 'strasse', ['Straße']],
    ['a ligature, whole', 'the ﬁeld', 'fie', ['ﬁe']],
    ['half of a ligature, whole', 'the ﬁeld', 'the f', ['the ﬁ']],
    ['both forms of the Greek s', 'ΟΔΟΣ and οδος', 'οδοσ', ['ΟΔΟΣ', 'οδος']],
    ['the Turkish capital i', 'İstanbul', 'istanbul', ['İstanbul']],
    ['curly and straight apostrophes', 'my mother’s house', "mother's", ['mother’s']],
    ['a line break for a space', 'locked\n\n door', 'locked door', ['locked\n\n door']],
    ['space around the query', 'locked door', '  door ', ['door']],
    ['characters of two code units before it', '🌾🌾 door', 'door', ['door']],
    ['a character of two code units', 'a 🌾 field', '🌾', ['🌾']],
    ['no overlap', 'aaaa aaa', 'aa', ['aa', 'aa', 'aa']],
  ])('minds %s', (_, text, query, expected) => {
    expect(found(text, query)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['space', '   '],
    ['an accent alone', '\u0301'],
    ['what is not there', 'window'],
  ])('finds nothing for %s', (_, query) => {
    expect(matchesOf('a locked door', query)).toEqual([]);
  });

  it('gives whole characters of the text in order, that do not overlap, and finds itself', () => {
    const aText = fc.string({
      unit: fc.constantFrom('a', 'Á', 'e\u0301', 'ß', 'ﬁ', '🌾', ' ', '\n', '’', 's', 'İ'),
    });
    fc.assert(
      fc.property(aText, aText, (text, query) => {
        const ranges = matchesOf(text, query);
        ranges.forEach((range, index) => {
          expect(isRange(text, range)).toBe(true);
          if (index > 0) expect(range.from).toBeGreaterThanOrEqual(ranges[index - 1]!.to);
        });
        if (query.trim() !== '' && text === query.trim()) expect(ranges.length).toBeGreaterThan(0);
        if (/[a-zß🌾]/u.test(query.trim()))
          expect(matchesOf(`${text}|${query}`, query.trim())).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

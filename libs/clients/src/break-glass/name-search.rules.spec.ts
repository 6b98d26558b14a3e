import fc from 'fast-check';
import { foldedName, foundByName, SEARCH_MAX_FOUND } from './name-search.rules.js';

const all = ['Öst Anders', 'Teodor Łanz', 'Rowan  Ellis', 'Zoë Brandt', 'Ana Strauß'].map((name) => ({
  name,
}));
const found = (searched: string) => foundByName(all, searched).map(({ name }) => name);

describe('a search by name', () => {
  it.each<[string, string[]]>([
    ['rowan', ['Rowan  Ellis']],
    ['AN ELL', ['Rowan  Ellis']],
    ['lanz', ['Teodor Łanz']],
    ['ost', ['Öst Anders']],
    ['ÖST', ['Öst Anders']],
    ['zoe b', ['Zoë Brandt']],
    ['strauss', ['Ana Strauß']],
    ['an', []],
    ['  a ', []],
    ['\u0301\u0301\u0301', []],
    ['%%%', []],
    ['and', ['Öst Anders', 'Zoë Brandt']],
  ])('for %j finds %j', (searched, names) => {
    expect(found(searched)).toEqual(names);
  });

  it('shows no more than ten', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `Rowan ${index}` }));
    expect(foundByName(many, 'rowan')).toEqual(many.slice(0, SEARCH_MAX_FOUND));
  });

  it('finds a name by itself, however it is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 3 }), (name) => {
        fc.pre(foldedName(name).length >= 3);
        for (const typed of [name, name.toUpperCase(), name.normalize('NFD'), ` ${name} `]) {
          // A letter whose capital is another letter altogether is not the same name typed differently.
          if (foldedName(typed) !== foldedName(name)) continue;
          expect(foundByName([{ name }], typed)).toHaveLength(1);
        }
      }),
    );
  });
});

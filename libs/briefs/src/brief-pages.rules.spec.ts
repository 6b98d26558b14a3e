import fc from 'fast-check';
import { briefPages, WORDS_A_PAGE } from './brief-pages.rules.js';

const saying = (count: number) => Array.from({ length: count }, () => 'rain').join(' ');
const reflections = (...counts: number[]) =>
  counts.map((count, nth) => ({ id: `r${nth}`, words: saying(count) }));

describe('the pages of a brief', () => {
  it.each([
    ['nothing', [], []],
    ['one line', [8], [8]],
    ['a full page', [450, 450], [900]],
    ['one word more than a page', [450, 451], [450, 451]],
    ['a long one between short ones', [100, 1_400, 100, 300], [100, 1_400, 400]],
    ['one without a word at the end of a full page', [900, 0], [900]],
  ])('%s', (_, counts, pages) => {
    expect(briefPages(reflections(...counts)).map(({ words }) => words)).toEqual(pages);
  });

  const someCounts = fc.array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 40 });

  it('hold every reflection once, whole, and in its order', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const ids = briefPages(reflections(...counts)).flatMap(({ reflectionIds }) => reflectionIds);
        expect(ids).toEqual(counts.map((_, nth) => `r${nth}`));
      }),
    );
  });

  it('hold no more than a page does, but for one that is longer by itself', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const words = new Map(counts.map((count, nth) => [`r${nth}`, count]));
        for (const page of briefPages(reflections(...counts))) {
          expect(page.words).toBe(page.reflectionIds.reduce((sum, id) => sum + words.get(id)!, 0));
          const told = page.reflectionIds.filter((id) => words.get(id)! > 0);
          expect(page.words <= WORDS_A_PAGE || told.length === 1).toBe(true);
        }
      }),
    );
  });

  it('are never more than needed: what begins a page did not fit on the one before', () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const words = new Map(counts.map((count, nth) => [`r${nth}`, count]));
        const pages = briefPages(reflections(...counts));
        pages.slice(1).forEach((page, nth) => {
          expect(pages[nth]!.words + words.get(page.reflectionIds[0]!)!).toBeGreaterThan(WORDS_A_PAGE);
        });
      }),
    );
  });
});

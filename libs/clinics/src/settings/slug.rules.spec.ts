import fc from 'fast-check';
import { numberedSlug, slugFrom } from './slug.rules.js';

/** As the database wants it. */
const SLUG = /^[a-z0-9](-?[a-z0-9])*$/;

describe('the name of a public page', () => {
  it.each([
    ['Fernhollow', 'fernhollow'],
    ['Harrow Lane', 'harrow-lane'],
    ['  Café “Zoë” & Co. ', 'cafe-zoe-co'],
    ['Ｗｉｄｅ 2', 'wide-2'],
    ['診療所', 'clinic'],
    ['--', 'clinic'],
  ])('of %j is %s', (shortName, slug) => {
    expect(slugFrom(shortName)).toBe(slug);
  });

  it('numbers those that are alike', () => {
    expect([1, 2, 10].map((number) => numberedSlug('fernhollow', number))).toEqual([
      'fernhollow',
      'fernhollow-2',
      'fernhollow-10',
    ]);
  });

  it('fits the database whatever the clinic is called', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ maxLength: 120 })),
        fc.integer({ min: 1, max: 99_999 }),
        (shortName, number) => {
          const slug = numberedSlug(slugFrom(shortName), number);
          expect(slug).toMatch(SLUG);
          expect(slug.length).toBeLessThanOrEqual(60);
        },
      ),
    );
  });
});

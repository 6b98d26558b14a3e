import { isSlug, slugOf } from './slug.rules.js';

describe('the name in a public address', () => {
  it.each(['a', '7', 'fernhollow', 'fernhollow-integration', 'a'.repeat(60)])('may be %s', (slug) => {
    expect(isSlug(slug)).toBe(true);
  });

  it.each([
    '',
    '-',
    'a-',
    '-a',
    'a--b',
    'A',
    'fern hollow',
    'fern/hollow',
    'fern.hollow',
    'é',
    'a'.repeat(61),
  ])('may not be "%s"', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });

  it('is made of what was typed, as it was most likely meant', () => {
    expect(slugOf('  Fernhollow  Integration ')).toBe('fernhollow-integration');
    expect(slugOf('')).toBe('');
  });
});

import { allHelpLines, knownHelpLinesFor } from './help-lines.data.js';

describe('the help lines', () => {
  it('are those of the country, or none: a wrong number is worse than a list', () => {
    expect(knownHelpLinesFor('IE')).toMatchObject({ country: 'IE', emergencyNumber: '112' });
    expect(knownHelpLinesFor('SE')).toBeNull();
  });

  it('are all there for whoever we know no country of, each country once', () => {
    const countries = allHelpLines().map(({ country }) => country);
    expect(countries).toEqual(expect.arrayContaining(['US', 'CA', 'GB', 'IE', 'AU', 'NZ']));
    expect(new Set(countries).size).toBe(countries.length);
  });
});

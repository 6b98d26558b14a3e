import { fileTroubles, MOST_CHARACTERS, readDefinition } from './measure-file.js';

describe('the text of a definition file', () => {
  it('is read as it stands, and nothing of it runs', () => {
    const { definition, troubles } = readDefinition('{"code": "our-weeks"}');
    expect(definition).toEqual({ code: 'our-weeks' });
    expect(troubles).toEqual([]);
  });

  it.each(['', '{', 'code: 1', '() => 1'])('that is no JSON is said to be none: %j', (text) => {
    expect(readDefinition(text).troubles).toEqual([{ place: '', message: expect.stringContaining('JSON') }]);
  });

  it('is not sent when it is longer than any measure', () => {
    const { troubles } = readDefinition(`"${'a'.repeat(MOST_CHARACTERS)}"`);
    expect(troubles).toEqual([{ place: '', message: expect.stringContaining('100,000') }]);
  });

  it('is told its troubles by their place in the file', () => {
    const errors = [
      { field: 'definition.items.0.text', message: 'Fill this in.' },
      { field: 'definition', message: 'Give an object with named fields.' },
    ];
    expect(fileTroubles(errors).map(({ place }) => place)).toEqual(['items.0.text', '']);
  });
});

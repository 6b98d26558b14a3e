import fc from 'fast-check';
import { excerptOf, readingSeconds, wordCount } from './reading-time.rules.js';

const words = (count: number) => Array(count).fill('word').join(' ');

describe('the time to read', () => {
  it.each<[number, string[]]>([
    [0, []],
    [0, ['', '  \n ']],
    [10, ['One word.']],
    [60, [words(238)]],
    [70, [words(239)]],
    [60, [words(119), words(119)]],
    [120, [words(476)]],
  ])('is %i seconds, rounded up to ten', (seconds, texts) => {
    expect(readingSeconds(texts)).toBe(seconds);
  });

  it('tells words apart by everything that is white space, in any language', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(wordCount(text)).toBe(text.match(/\S+/g)?.length ?? 0);
      }),
    );
    const everySpace = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
      /\s/.test(one),
    );
    expect(wordCount(everySpace.map((space) => `a${space}`).join(''))).toBe(everySpace.length);
  });

  it('counts words, whatever stands between them', () => {
    expect(readingSeconds([words(238).replaceAll(' ', '\n\n\t ')])).toBe(60);
  });
});

describe('an excerpt', () => {
  it.each([
    ['nothing', '', null],
    ['nothing but space', ' \n ', null],
    ['all of a short text', 'A field.\n\nVery wide.', 'A field. Very wide.'],
  ])('is %s', (_, text, excerpt) => {
    expect(excerptOf(text)).toBe(excerpt);
  });

  it('ends at a sentence where one ends late enough', () => {
    const first = `${words(20)}.`;
    expect(excerptOf(`${first} ${words(60)}`)).toBe(first);
    expect(excerptOf(`${words(20)}? ${words(60)}`)).toBe(`${words(20)}?`);
  });

  it('ends at a word with an ellipsis where no sentence ends', () => {
    expect(excerptOf(`Oh. ${words(80)}`)).toMatch(/^Oh\. (word )+word…$/);
  });

  it('cuts one endless word', () => {
    expect(excerptOf('x'.repeat(500))).toBe(`${'x'.repeat(180)}…`);
  });

  it('is verbatim, and never longer than 181 characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 600 }), (text) => {
        const excerpt = excerptOf(text);
        if (excerpt === null) return expect(text.trim()).toBe('');
        expect(excerpt.length).toBeLessThanOrEqual(181);
        const plain = text.trim().replace(/\s+/g, ' ');
        return expect(
          plain.startsWith(excerpt.endsWith('…') && excerpt !== plain ? excerpt.slice(0, -1) : excerpt),
        ).toBe(true);
      }),
    );
  });
});

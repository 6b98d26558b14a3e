import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { chartQuotes, type ChartReflection } from './chart-note.rules.js';

const sentAt = Temporal.Instant.from('2026-11-12T17:00:00Z');
const WORDS = 'I slept. The garden was quiet. I called my sister.';
const reflection = (over: Partial<ChartReflection> = {}): ChartReflection => ({
  sentAt,
  words: WORDS,
  isRead: true,
  dontRaise: false,
  highlights: [],
  starred: [],
  ...over,
});
const quotes = (...reflections: ChartReflection[]) => chartQuotes(reflections).map(({ quote }) => quote);
const range = (text: string) => ({ from: WORDS.indexOf(text), to: WORDS.indexOf(text) + text.length });

describe('the quotes of a chart note', () => {
  it('are what was highlighted and starred, in the order of the text, each once', () => {
    const highlights = [range('I called my sister.'), range('I slept.')];
    expect(quotes(reflection({ highlights, starred: [range('slept')] }))).toEqual([
      'I slept.',
      'I called my sister.',
    ]);
    expect(quotes(reflection({ starred: [range('The garden was quiet.')] }))).toEqual([
      'The garden was quiet.',
    ]);
  });

  it('are the beginning where nothing was marked, and nothing where nothing was written', () => {
    expect(quotes(reflection())).toEqual([WORDS]);
    expect(quotes(reflection({ words: ' ' }))).toEqual([]);
  });

  it('hold nothing unread and nothing that is not to be raised, highlighted or not', () => {
    const highlights = [range('I slept.')];
    expect(quotes(reflection({ isRead: false, highlights }))).toEqual([]);
    expect(quotes(reflection({ dontRaise: true, highlights }))).toEqual([]);
  });

  it('never hold a character that the client did not write', () => {
    const ranges = fc
      .tuple(fc.nat(WORDS.length - 1), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ from, to: Math.min(WORDS.length, from + length) }));
    fc.assert(
      fc.property(fc.array(ranges), fc.array(ranges), (highlights, starred) => {
        for (const quote of quotes(reflection({ highlights, starred }))) expect(WORDS).toContain(quote);
      }),
    );
  });
});

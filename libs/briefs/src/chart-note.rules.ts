import { Temporal } from 'temporal-polyfill';
import { mergedRanges, quoteOf, type TextRange } from '@app/reflections/ranges.rules.js';
import { excerptOf } from './reading-time.rules.js';

/** A reflection as far as a chart note needs it. */
export interface ChartReflection {
  sentAt: Temporal.Instant;
  words: string;
  /** By whoever copies the note. */
  isRead: boolean;
  dontRaise: boolean;
  /** Of whoever copies the note. */
  highlights: readonly TextRange[];
  /** By the client. */
  starred: readonly TextRange[];
}

export interface ChartQuote {
  sentAt: Temporal.Instant;
  quote: string;
}

/**
 * What of a client's words goes into the chart, verbatim and in their order: what was highlighted and what the client
 * starred; where there is neither, the beginning. Nothing unread, and nothing that the client asked not to raise.
 */
export function chartQuotes(reflections: readonly ChartReflection[]): ChartQuote[] {
  return reflections
    .filter(({ isRead, dontRaise }) => isRead && !dontRaise)
    .flatMap(({ sentAt, words, highlights, starred }) => {
      const ranges = mergedRanges([...highlights, ...starred]);
      const quotes = ranges.length > 0 ? ranges.map((range) => quoteOf(words, range)) : [excerptOf(words)];
      return quotes.flatMap((quote) => (quote ? [{ sentAt, quote }] : []));
    });
}

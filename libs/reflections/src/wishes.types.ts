import type { Temporal } from 'temporal-polyfill';
import type { TextRange } from './ranges.rules.js';

/** A line for the next call, and since when. */
export interface StarredLine extends TextRange {
  /** ISO 8601 instant. */
  at: string;
}

/** What a client wishes for one reflection of theirs. Ranges are of its words. */
export interface Wishes {
  starred: readonly StarredLine[];
  /** "Please don't raise this." */
  dontRaise: boolean;
  /** Lines that may stand on a later question ("You, 12 days ago"). */
  showBack: readonly TextRange[];
}

/** One thing a client wishes, or no longer wishes. */
export type Wish =
  | { act: 'star' | 'unstar' | 'show-back' | 'hide-back'; line: TextRange }
  | { act: 'dont-raise' | 'may-raise' };

/** A line the client wrote earlier and lets us show them. */
export interface ShownBack {
  quote: string;
  sentAt: Temporal.Instant;
}

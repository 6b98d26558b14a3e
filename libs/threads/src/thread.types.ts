import type { TextRange } from '@app/reflections/ranges.rules.js';

/** The arc: what was seen, where it shows, what to try instead, where it holds. In this order; any order is taken. */
export const STAGES = ['insight', 'awareness', 'choice', 'change'] as const;
export type Stage = (typeof STAGES)[number];

/** What the client says of where a thread is thought to stand. */
export const FITS = ['fits', 'not-quite', 'not-sure'] as const;
export type Fit = (typeof FITS)[number];

/** What 0 and 10 mean, in the client's own words. */
export interface Scale {
  low: string;
  high: string;
}

/** The one document a thread is sealed as. */
export interface ThreadBody {
  /** Null: unnamed, for now or for good. */
  name: string | null;
  scale: Scale | null;
  /** The name is the client's own, as they sent it; staff have not named it anew. */
  isNamedByClient: boolean;
}

/** A part of a reflection that a stage rests on. Never a copy of the words. */
export interface Evidence extends TextRange {
  reflectionId: string;
}

/** The client's view of a thread, on a call or at a review. */
export interface ThreadCheckBody {
  /** Null: left out. */
  fit: Fit | null;
  words: string;
  /** 0 to 10; compared with nobody else's. */
  rating: number | null;
}

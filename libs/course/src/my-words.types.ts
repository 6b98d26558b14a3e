import type { Temporal } from 'temporal-polyfill';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { OwnReflection } from '@app/reflections/own-reflections.queries.js';
import type { Fit } from '@app/threads/thread.types.js';
import type { Wishes } from '@app/reflections/wishes.types.js';

/** Something a client sent, and what they wish for it. */
export interface OwnWords extends OwnReflection {
  wishes: Wishes;
  /** The questionnaire it answers, in its published words; null: none. */
  measure: MeasureDefinition | null;
}

/** How a thread stood for its client on one day: in answer to a question, or said on a call. */
export interface OwnThreadAnswer {
  at: Temporal.Instant;
  fit: Fit | null;
  /** 0 to 10; null: not asked, or left out. */
  rating: number | null;
}

/** A thread as its client may see it: theirs, or shared with them. No stage: that is the practitioner's view. */
export interface OwnThread {
  id: string;
  /** Null: unnamed. */
  name: string | null;
  /** Oldest first. */
  answers: readonly OwnThreadAnswer[];
}

/** Everything a client may read of their own. */
export interface MyWords {
  now: Temporal.Instant;
  /** Newest first. */
  reflections: readonly OwnWords[];
  threads: readonly OwnThread[];
  /** In the client's words. */
  earlySigns: readonly string[];
  /** What was sent before is not here: the client had another address. Null: all of it is. */
  since: Temporal.Instant | null;
}

/** One page of it, and whether there are others. */
export interface MyWordsPage extends MyWords {
  number: number;
  hasOlder: boolean;
  /** When the page closes by itself. */
  openUntil: Temporal.Instant | null;
}

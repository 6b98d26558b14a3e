import type { Say } from './words/say.js';

/** The four taps. Two axes a page at most, never "good" and "bad". */
export const checkInKinds = ['ease', 'energy', 'sleep', 'crowded'] as const;
export type CheckInKind = (typeof checkInKinds)[number];

/** From heavy, tired, restless, or lots of room (1) to light, awake, rested, or swamped (5). */
export const checkInSteps = [1, 2, 3, 4, 5] as const;
export type CheckInStep = (typeof checkInSteps)[number];

/** The word on one step, e.g. "fairly light". A step is never shown as a number. */
export function stepWord(say: Say, kind: CheckInKind, step: CheckInStep): string {
  return say(`checkIn.${kind}.${step}`);
}

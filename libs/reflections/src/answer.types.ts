import type { CheckInName, ChipCode } from '@app/plans/prompt-template.types.js';

/** A tapped step, 1 to 5; see the words of `checkInSteps` for what each end means. */
export type CheckInStep = 1 | 2 | 3 | 4 | 5;

/** What a client gave to one question; every part of it may be empty. */
export interface Answer {
  words: string;
  checkIns: Partial<Record<CheckInName, CheckInStep>>;
  chips: readonly ChipCode[];
  /** Ids of the chosen options, by the id of the question. Absent where none was asked. */
  choices?: Readonly<Record<string, readonly string[]>>;
  /** 0 to 10, by the id of the question. */
  ratings?: Readonly<Record<string, number>>;
}

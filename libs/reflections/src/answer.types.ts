import type { CheckInName, ChipCode } from '@app/plans/prompt-template.types.js';
import type { SafetySign } from '@app/plans/safety-signs.js';

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
  /** Values by the id of the item, the unscored ones too. Absent where no measure was asked. */
  measure?: Readonly<Record<string, number>>;
  /** "Do you feel safe until you next talk with us?", after a safety item above zero. Absent: unanswered. */
  feelsSafe?: FeelsSafe;
  /** An empty list: "none of these". Absent: the page was left out. */
  safetySigns?: readonly SafetySign[];
  /** Kept as a thread; without a name it is an unnamed one. */
  thread?: { name: string | null };
  /** Three taps, no prompt needed. */
  shift?: LoggedShift;
}

export type FeelsSafe = 'yes' | 'no' | 'not-sure';

/** What turned up, what the client did with it, and which shift it was, if any. */
export interface LoggedShift {
  trigger: ShiftTrigger;
  response: ShiftResponse;
  /** One of the four everyday shifts, or none. */
  chip: Extract<ChipCode, 'S1' | 'S2' | 'S3' | 'S4'> | null;
}

export const SHIFT_TRIGGERS = [
  'words-from-someone', 'family', 'work', 'being-alone', 'money', 'body', 'night', 'no-clear-reason',
] as const; // prettier-ignore
export type ShiftTrigger = (typeof SHIFT_TRIGGERS)[number];

/** From the old loop to a pause; "noticed" says when the loop was recognised. */
export const SHIFT_RESPONSES = [
  'reacted', 'noticed-after', 'noticed-during', 'noticed-at-start', 'paused',
] as const; // prettier-ignore
export type ShiftResponse = (typeof SHIFT_RESPONSES)[number];

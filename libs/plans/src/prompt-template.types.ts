/** An optional 5-step tap with words for labels. 1 is heavy, tired, restless; of `crowded` it is lots of room, and 5 swamped. */
export const CHECK_INS = ['ease', 'energy', 'sleep', 'crowded'] as const;
export type CheckInName = (typeof CHECK_INS)[number];

/** Challenges C1–C7 and everyday shifts S1–S4 that a client may pick; labels stand in the catalogue. */
export const CHIP_CODES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'S1', 'S2', 'S3', 'S4'] as const;
export type ChipCode = (typeof CHIP_CODES)[number];

/** A question with given answers; one a page. */
export interface ChoiceQuestion {
  /** Unique within the prompt. */
  id: string;
  question: string;
  hint: string;
  /** 2 to 8. */
  options: readonly ChoiceOption[];
  /** Any number of them, or at most one. */
  many: boolean;
}

export interface ChoiceOption {
  id: string;
  label: string;
}

/** 0 to 10, in the person's own words for both ends; compared with nobody but themself. One a page. */
export interface RatingQuestion {
  id: string;
  question: string;
  /** What 0 and 10 mean. */
  low: string;
  high: string;
}

/** A version of a measure; see libs/measures. */
export interface MeasureRef {
  code: string;
  version: number;
}

/** The question as it was asked, kept with the prompt, sealed with the client's key. */
export interface AskedQuestion {
  /** What staff see in lists, inside and outside the care team. */
  title: string;
  /** The open question; null when the prompt only tells something. */
  question: string | null;
  /** A line or two under the question, or the whole text of an information prompt. */
  hint: string;
  /** At most two taps a page. */
  checkIns: readonly CheckInName[];
  chips: readonly ChipCode[];
  /** Absent in what was asked before there were any. */
  choices?: readonly ChoiceQuestion[];
  ratings?: readonly RatingQuestion[];
  /** A published questionnaire, one item a page. */
  measure?: MeasureRef;
  /** A page of signs after which a person is needed, soon or at once. */
  safetyCheck?: true;
  /** The agreed early signs become a choice when it is sent. */
  asksEarlySigns?: true;
  /** Threads whose names are shared become a choice and a rating each when it is sent. */
  reviewsThreads?: true;
  /** The open page lets the client keep what they write as a thread, with a name or without. */
  namesThread?: true;
}

/** What a version of a template holds. */
export type PromptContent = AskedQuestion;

/** What one prompt asks. A published version never changes; an edit is a new version. */
export interface PromptTemplate extends PromptContent {
  code: string;
  version: number;
}

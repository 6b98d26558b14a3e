import type { FormProps, FrameProps } from '../views/props.js';

/** A part of somebody's words; together they are all of them, in order. */
export interface WordsPart {
  text: string;
  /** Starred. */
  isMarked: boolean;
}

/** Something that was asked, and what was answered, in the words of the page it was answered on. */
export interface AnsweredLine {
  question: string;
  answer: string;
}

/** One reflection, as its client reads it again. */
export interface EntryProps {
  url: string;
  /** "Tuesday 10 November" and "8:49 am" on the client's clock. */
  day: string;
  time: string;
  question: string;
  words: readonly WordsPart[];
  /** "Nothing came up" was the answer. */
  nothing: boolean;
  lines: readonly AnsweredLine[];
  isStarred: boolean;
  isNotRaised: boolean;
  isShown: boolean;
  /** The day it was taken back; null: it was not. Then there is nothing else. */
  takenBackOn: string | null;
}

export interface MonthProps {
  /** "November 2026" */
  name: string;
  entries: readonly EntryProps[];
}

export interface ThreadProps {
  /** Null: unnamed. */
  name: string | null;
  /** How it stood for the client, oldest first, worded. */
  said: readonly string[];
}

export interface WordsPageProps {
  frame: FrameProps;
  /** `act=close`. */
  form: FormProps;
  /** "9:15 am"; null: without an end. */
  openUntil: string | null;
  months: readonly MonthProps[];
  threads: readonly ThreadProps[];
  earlySigns: readonly string[];
  /** Since when the client has this address, worded; null: ever since. */
  since: string | null;
  copyUrl: string;
  comparedUrl: string;
  olderUrl: string | null;
  newerUrl: string | null;
  /** The page was open for too long when something was pressed. */
  isTooOld?: boolean;
}

/** A line that was chosen, and the value that stands for it in a form. */
export interface LineProps {
  text: string;
  value: string;
}

export type DoneAct = 'star' | 'unstar' | 'dont-raise' | 'may-raise' | 'show-back' | 'hide-back';

export interface EntryPageProps {
  frame: FrameProps;
  form: FormProps;
  id: string;
  entry: EntryProps;
  starred: readonly LineProps[];
  shown: readonly LineProps[];
  /** Null where there is no line to choose. */
  starUrl: string | null;
  showUrl: string | null;
  takeBackUrl: string;
  backUrl: string;
  /** What has just been done. */
  done: DoneAct | null;
  isTooOld?: boolean;
}

export interface LinesPageProps {
  frame: FrameProps;
  form: FormProps;
  id: string;
  act: 'star' | 'show-back';
  lines: readonly LineProps[];
  backUrl: string;
}

export interface TakeBackPageProps {
  frame: FrameProps;
  form: FormProps;
  id: string;
  entry: EntryProps;
  copyUrl: string;
  backUrl: string;
}

export const COPIES = ['page', 'data', 'booklet', 'booklet-pdf'] as const;
export type CopyKind = (typeof COPIES)[number];

export interface CopyPageProps {
  frame: FrameProps;
  form: FormProps;
  backUrl: string;
}

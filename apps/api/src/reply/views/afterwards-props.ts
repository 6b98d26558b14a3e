import type { AskForWordsProps, FormProps, FrameProps } from './props.js';

/** After sending. */
export interface ThanksPageProps {
  frame: FrameProps;
  kind: 'sent' | 'nothing';
  /** "8:49 am" on the client's clock. */
  sentTime: string;
  reading: string;
  /** "Thursday 5 November"; null: no line about it. */
  nextOn: string | null;
  /** Only for the browser that just sent them; otherwise null, and none are shown. */
  ownWords: string | null;
  /** The same of choices, ratings and a questionnaire: what was asked, and what was answered. Never a total. */
  ownTaps?: readonly { question: string; answer: string }[];
  /** Back to the question, while nobody has read it. */
  changeUrl: string | null;
  /** A call was asked for and is still open: when somebody sees it, `day` null is today. Absent: none. */
  callSeenBy?: { day: string | null; time: string } | null;
  callAsked?: boolean;
  /** "Are you safe right now?", because a phrase was found; absent: not asked. */
  asksSafe?: { form: FormProps; yesUrl: string } | null;
  shiftUrl?: string | null;
  /** Absent: not offered from here. */
  askForWords?: AskForWordsProps | null;
}

/** After "save for later". */
export interface SavedPageProps {
  frame: FrameProps;
  savedTime: string;
  /** The clinic was told at once of something in it. */
  told?: boolean;
  /** The day the question closes, e.g. "Thursday 19 November". */
  openUntil: string | null;
  backUrl: string;
}

/** After "tonight", "tomorrow" or "skip". */
export interface SetAsidePageProps {
  frame: FrameProps;
  kind: 'snoozed' | 'skipped';
  /** Snoozed: "tonight at 7:00 pm", "on Tuesday 10 November at 9:00 am". */
  when: string | null;
  /** Skipped: day of the next question, or null. */
  nextOn: string | null;
  /** Something was typed, and is kept as a draft. */
  wordsKept: boolean;
  /** The clinic was told at once of something in it. */
  told?: boolean;
  backUrl: string | null;
}

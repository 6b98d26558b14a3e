import type { FrameProps } from '@app/design/page-frame.types.js';
import type { CheckInKind, CheckInStep } from '@app/design/check-ins.js';

export type { FrameProps } from '@app/design/page-frame.types.js';
export type { CheckInKind, CheckInStep } from '@app/design/check-ins.js';

/** Where a form is posted, with the nonce rendered into it. */
export interface FormProps {
  action: string;
  nonce: string;
}

/** "Read what you sent": asks for a link that works for so many minutes. */
export interface AskForWordsProps {
  form: FormProps;
  minutes: number;
}

/** One five-step tap: field `<kind>`, 1 to 5, with the step chosen so far. */
export interface CheckInProps {
  kind: CheckInKind;
  chosen: CheckInStep | null;
}

/** One chip: repeatable field `chips`. */
export interface ChipProps {
  value: string;
  label: string;
  chosen: boolean;
}

/** Why a send or save did not work. What was typed is shown again beside it. */
export type AnswerProblem =
  | { code: 'notSaved' | 'notSent' | 'notOffered' | 'unreadable' | 'pageTooOld' }
  | { code: 'tooLong' | 'nameTooLong'; max: number };

/** "Can this wait?", field `wait`. */
export type WaitChoice = 'can-wait' | 'next-working-day' | 'call-me';

/** Where the words on the page stand; times already worded on the client's clock. */
export type AnswerState =
  | { kind: 'unsent' }
  | { kind: 'saved'; time: string; day?: string | null }
  | { kind: 'sent'; time: string }
  /** What is chosen here is told at once; `least` is what is not, null where only none of it is. */
  | { kind: 'told'; least: string | null };

/** "Not now": what is offered, each with when it would come, e.g. "about 7:00 pm". */
export interface NotNowChoice {
  act: 'tonight' | 'tomorrow' | 'skip';
  when: string | null;
}

/** "Can this wait?" beside Send. */
export interface WaitProps {
  chosen: WaitChoice;
  /** The day by which it is read if it cannot wait; null: nothing can be promised. */
  soonDay: string | null;
}

/** What every page of a prompt has, whatever it asks. */
export interface AnswerFormProps {
  frame: FrameProps;
  form: FormProps;
  /** Null: a greeting without a name. */
  firstName: string | null;
  /** Day on which the last reflection was sent, e.g. "Sunday", once it was read; null leaves the line out. */
  lastReadOn: string | null;
  /** First name of whoever read it; the reader of this page when absent. */
  lastReadBy?: string | null;
  /** The reading contract, one sentence. */
  reading: string;
  state: AnswerState;
  notNow: readonly NotNowChoice[];
  problem: AnswerProblem | null;
  /** Everything was empty on send: said kindly, not as an error. */
  nothingWritten?: boolean;
  /** Which page of how many; absent or one of one: the only page. Send stands on the last. */
  step?: { page: number; of: number };
  /** Absent: not asked. */
  wait?: WaitProps | null;
  /** Where the pace is set; absent: not offered from here. */
  paceUrl?: string | null;
  /** A call was asked for on the way. */
  callAsked?: boolean;
  /** Answers of other pages that could not be saved: they travel with the form, as hidden fields. */
  carried?: readonly (readonly [name: string, value: string])[];
  /** Where a small shift can be noted; absent: not offered from here. */
  shiftUrl?: string | null;
  /** One line of an earlier day, above the question; absent: none. */
  shownBack?: ShownBackProps | null;
}

/** A line the client wrote so many days ago, on a day already worded. */
export interface ShownBackProps {
  quote: string;
  days: number;
  day: string;
}

/** The open question, with its taps and chips. */
export interface AnswerPageProps extends AnswerFormProps {
  question: string;
  hint: string | null;
  /** The draft, what was sent before, or what did not go through. */
  words: string;
  /** At most two. */
  checkIns: readonly CheckInProps[];
  chips: readonly ChipProps[];
  /** Whether it is kept as a thread, and its name; null: not asked. */
  thread?: { kept: boolean; name: string } | null;
}

export interface InformationPageProps {
  frame: FrameProps;
  firstName: string | null;
  heading: string;
  /** Plain text; an empty line starts a paragraph. */
  text: string;
}

export interface ClosedPageProps {
  frame: FrameProps;
  /** `link`: the client has another address, so this link leads nowhere. */
  kind: 'expired' | 'answered' | 'read' | 'withdrawn' | 'ended' | 'link';
  nextOn: string | null;
  /** What was posted after closing, shown back so that it is not lost; null otherwise. */
  unsentWords?: string | null;
  /** The way back for who has stopped; absent otherwise. */
  paceUrl?: string | null;
}

export interface NoCookiePageProps {
  frame: FrameProps;
  /** `act=fresh-link`. */
  form: FormProps;
  minutes: number;
  /** What was posted from here and could not be taken in, shown back to be copied. */
  unsentWords?: string | null;
}

export interface FreshLinkSentPageProps {
  frame: FrameProps;
  minutes: number;
}

export interface OpenFreshLinkPageProps {
  frame: FrameProps;
  /** `act=open`. */
  form: FormProps;
}

export interface CallMePageProps {
  frame: FrameProps;
  /** When the clinic sees it, as a promise; null where no hours are set. `day` null is today. */
  seenBy: { day: string | null; time: string } | null;
  /** It was asked before and is still open. */
  already: boolean;
  /** The clinic has a number of this client's to call. */
  hasNumber: boolean;
  /** What was typed on the way is kept as a draft. */
  wordsSaved: boolean;
  backUrl: string | null;
}

/** One person of the care team, as its client is told of them. */
export interface ReaderProps {
  name: string;
  seat: 'words' | 'body' | 'supervisor';
}

/** Somebody who reads while a person of the care team is away; the day already worded. */
export interface CoverProps {
  name: string;
  awayName: string;
  /** The last day, "Thursday 12 November". */
  untilDay: string;
}

export interface WhoReadsPageProps {
  frame: FrameProps;
  /** Everything that is compared, each a sentence. */
  compared: readonly string[];
  looksForPhrases: boolean;
  readers: readonly ReaderProps[];
  covers: readonly CoverProps[];
  backUrl: string | null;
  /** Absent: not offered from here. */
  askForWords?: AskForWordsProps | null;
}

/** A form that posts an answer anew. */
export interface AgainProps {
  action: string;
  words: string;
  /** Everything else that was posted, as it was. */
  fields: readonly (readonly [name: string, value: string])[];
}

export interface ErrorPageProps {
  frame: FrameProps;
  kind: 'not-found' | 'failed' | 'unavailable' | 'too-many' | 'refused';
  /** What was posted and could not be taken in, shown back to be copied. */
  unsentWords?: string | null;
  /** The same once more, when the fault was ours: posts what was posted, with the words to be seen and changed. */
  again?: AgainProps | null;
}

export interface HelpPageProps {
  frame: FrameProps;
  backUrl: string | null;
}

export interface StopPageProps {
  frame: FrameProps;
  /** `act=stop`; null once it is done, or there is nothing to do. */
  form: FormProps | null;
  /** No e-mail goes to this address any more. */
  hasEnded?: boolean;
}

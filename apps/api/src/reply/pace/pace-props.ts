import type { Pace, RestLength } from '@app/clients/client.types.js';
import type { AskForWordsProps, FormProps, FrameProps, NotNowChoice } from '../views/props.js';

/** One way to rest; `note` says when it ends, on the client's clock. */
export interface RestChoice {
  length: RestLength;
  note: string;
}

/** Where a rest stands: one sentence. */
export type RestEndProps =
  { kind: 'until' | 'afterCall'; day: string } | { kind: 'noCall' | 'open'; day: null };

/** Everything on it is a button of `form`. */
export interface PacePageProps {
  frame: FrameProps;
  form: FormProps;
  firstName: string | null;
  /** The rest that is running; null: none. */
  rest: RestEndProps | null;
  rests: readonly RestChoice[];
  /** For the question this page was reached from; empty where there is none. */
  notNow: readonly NotNowChoice[];
  pace: Pace;
  /** Where the page was reached from: back to the question. */
  backUrl: string | null;
  /** Where a small shift can be noted; absent: not offered from here. */
  shiftUrl?: string | null;
  /** Absent: not offered from here. */
  askForWords?: AskForWordsProps | null;
}

/** After an act, or by the way back: what holds now, and how to undo it. */
export interface StandingPageProps {
  frame: FrameProps;
  form: FormProps;
  /** The page with everything that can be chosen. */
  paceUrl: string;
}

export interface RestingPageProps extends StandingPageProps {
  rest: RestEndProps;
}

export interface StartedPageProps extends StandingPageProps {
  /** "Thursday 5 November"; null: no line about it. */
  nextOn: string | null;
}

export interface OptInPageProps {
  frame: FrameProps;
  form: FormProps;
  firstName: string | null;
  textVersion: 1;
  shared: boolean | null;
}

export interface OptInDonePageProps {
  frame: FrameProps;
  paceUrl: string;
  /** Offered while somebody else opens the mailbox and none is set. */
  passphraseUrl: string | null;
}

export interface SetPassphrasePageProps {
  frame: FrameProps;
  form: FormProps;
  problem:
    { code: 'passDiffer' } | { code: 'passShort'; min: number } | { code: 'passLong'; max: number } | null;
  laterUrl: string;
}

import type { AnswerProblem, FormProps, FrameProps, WaitProps } from './props.js';

/** Before everything, where a passphrase is set. Says nothing of whose page it is. */
export interface PassphrasePageProps {
  frame: FrameProps;
  /** `act=unlock`. */
  form: FormProps;
  /** Which page below the form's address is opened then; empty for the first. */
  to: string;
  problem: { code: 'wrong' } | { code: 'wait'; minutes: number } | null;
  /** What was posted from here meanwhile, shown back to be copied. */
  unsentWords?: string | null;
}

/** A clinic's page for leaving something unasked: asks for an address. */
export interface UnaskedAskPageProps {
  frame: FrameProps;
  /** Without a nonce: there is nobody here whom a foreign page could speak for. */
  action: string;
  email: string;
  minutes: number;
  problem: 'notAnAddress' | null;
}

/** The same answer for every address. */
export interface UnaskedAskedPageProps {
  frame: FrameProps;
  minutes: number;
}

/** A link to leave something, opened: its button spends it. */
export interface UnaskedOpenPageProps {
  frame: FrameProps;
  /** `act=open`. */
  form: FormProps;
  hours: number;
}

/** One field for what nobody asked for. */
export interface UnaskedPageProps {
  frame: FrameProps;
  form: FormProps;
  firstName: string | null;
  question: string;
  hint: string;
  words: string;
  reading: string;
  wait: WaitProps;
  problem: AnswerProblem | null;
  nothingWritten?: boolean;
  callAsked?: boolean;
}

/** The hours of that page are over. */
export interface UnaskedLapsedPageProps {
  frame: FrameProps;
  /** Where another link can be asked for; null: nowhere. */
  againUrl: string | null;
  unsentWords?: string | null;
}

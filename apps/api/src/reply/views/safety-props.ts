import type { AnswerFormProps, ChipProps, FormProps, FrameProps } from './props.js';

/** One item of a measure: field `item-<id>`. */
export interface MeasureItemPageProps extends AnswerFormProps {
  itemId: string;
  /** The published lead-in, and the item, word for word. */
  stem: string;
  text: string;
  options: readonly ChipProps[];
  /** Anything but this label is told at once; null: nothing is. */
  toldUnless: string | null;
  /** What stands before the first page of a prompt without an open question. */
  intro: string | null;
}

/** A safety check: repeatable field `signs`. */
export interface SafetyCheckPageProps extends AnswerFormProps {
  body: readonly ChipProps[];
  mind: readonly ChipProps[];
  /** "None of these" was chosen. */
  none: boolean;
  intro: string | null;
}

/** Where a client goes on afterwards: an address, or, where nothing could be kept, a form that carries what was given. */
export type OnwardProps =
  | { kind: 'link'; url: string }
  | { kind: 'form'; form: FormProps; fields: readonly (readonly [name: string, value: string])[] };

/** "Do you feel safe until you next talk with us?" `act=feels-safe`, field `feels-safe`. */
export interface FeelsSafePageProps {
  frame: FrameProps;
  form: FormProps;
  fields: readonly (readonly [name: string, value: string])[];
  /** Day of the next call, already worded; null where none is known. */
  nextCallDay: string | null;
}

/** Help first, then the rest. */
export interface SafetyHelpPageProps {
  frame: FrameProps;
  kind: 'emergency' | 'crisis' | 'today';
  /** By when somebody sees it, as a promise; null: nothing can be promised. `day` null is today. */
  seenBy: { day: string | null; time: string } | null;
  isOpenNow: boolean;
  onward: OnwardProps;
}

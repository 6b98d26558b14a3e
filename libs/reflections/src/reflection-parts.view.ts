import type { ResultLabel } from '@app/measures/recall-window.rules.js';

/** A part of what the client wrote: UTF-16 code units of `words`. */
export class RangeView {
  from!: number;
  to!: number;
}

export class ChipView {
  code!: string;
  label!: string;
}

/** What the person who asks highlighted and tagged. */
export class MarksView {
  /** 0: nothing yet. */
  version!: number;
  highlights!: RangeView[];
  tags!: ChipView[];
}

/** What a colleague highlighted and tagged. */
export class OthersMarksView {
  byInitials!: string;
  highlights!: RangeView[];
  tags!: ChipView[];
}

/** One question of a measure with the answer that was given, both as published. */
export class MeasureItemAnswerView {
  text!: string;
  answer!: string;
}

export class MeasureChangeView {
  /** Against the mean of the last two totals, or the only one before; up is positive. */
  points!: number;
  /** At least the published figure of a reliable change. */
  isReliable!: boolean;
}

export class ReflectionMeasureView {
  code!: string;
  title!: string;
  /** Null: unfinished, so unscored. */
  total!: number | null;
  /** As published. */
  bandLabel!: string | null;
  change!: MeasureChangeView | null;
  /** Where it stands in the course of a series; null while unfinished. */
  label!: ResultLabel | null;
  /** What was left out is absent. */
  items!: MeasureItemAnswerView[];
}

/** Three taps of the shift log, in the words the client saw. */
export class LoggedShiftView {
  triggerLabel!: string;
  responseLabel!: string;
  chipLabel!: string | null;
}

/** A thread that was born here, or quotes this. */
export class ReflectionThreadView {
  threadId!: string;
  /** Null: unnamed. */
  name!: string | null;
}

/** What the client wishes for the next call. */
export class WishesView {
  /** Lines they starred. */
  starred!: RangeView[];
  /** "Please don't raise this." */
  dontRaise!: boolean;
}

export class WithdrawnView {
  at!: string;
}

import type { Temporal } from 'temporal-polyfill';
import type { ResultLabel } from '@app/measures/recall-window.rules.js';
import type { ChipCode } from '@app/plans/prompt-template.types.js';
import type { CheckInStep, LoggedShift } from '@app/reflections/answer.types.js';

/** The lines on which a gain can be given back. How crowded life is has a rule of its own. */
export const COMPARED_LINES = ['ease', 'energy', 'sleep'] as const;
export type ComparedLine = (typeof COMPARED_LINES)[number];

/** The two measures that are compared with themselves. */
export const COMPARED_MEASURES = ['phq-9', 'gad-7'] as const;
export type ComparedMeasure = (typeof COMPARED_MEASURES)[number];

/**
 * What became of a prompt that was sent. `expired`: it arrived, and closed unanswered. `bounced`: nobody knows that
 * it arrived. `open`: there is still time to answer. `rested`: it fell into a rest.
 */
export type PromptOutcome = 'answered' | 'skipped' | 'expired' | 'open' | 'bounced' | 'rested';

export interface PromptFact {
  sendAt: Temporal.Instant;
  /** Null while it is open. */
  closedAt: Temporal.Instant | null;
  outcome: PromptOutcome;
}

/** What of one reflection is compared. Not its words: nothing reads them for a meaning. */
export interface ReflectionFact {
  id: string;
  sentAt: Temporal.Instant;
  checkIns: Partial<Record<ComparedLine, CheckInStep>>;
  /** How crowded life is; 5 is "swamped". Null: not tapped. */
  crowded: CheckInStep | null;
  chips: readonly ChipCode[];
  /** Ids of the chosen options, by the id of the question. */
  choices: Readonly<Record<string, readonly string[]>>;
  /** Three taps about one moment; null for most. */
  shift: LoggedShift | null;
  /** The client's own "yes" or "no" to whether something old came back; null: not asked, not sure, left out. */
  saidOldReturned: boolean | null;
  /** Agreed early signs that the client said had shown. */
  chosenSigns: readonly { id: string }[];
  /** Nobody asked for it. */
  isUnasked: boolean;
  /** Taken back by the client: it counts for nothing. */
  withdrawn: boolean;
}

/** A finished measure. */
export interface MeasureFact {
  reflectionId: string;
  code: string;
  total: number;
  completedAt: Temporal.Instant;
  label: ResultLabel;
}

/** A time in which nothing is asked, because the client or the clinic wished so. */
export interface RestFact {
  from: Temporal.Instant;
  /** Null: open-ended. */
  until: Temporal.Instant | null;
}

/** Everything that is compared, of one client. In any order. */
export interface CourseFacts {
  timeZone: string;
  /** Of completed ketamine sessions. */
  sessionsHeldAt: readonly Temporal.Instant[];
  prompts: readonly PromptFact[];
  reflections: readonly ReflectionFact[];
  measures: readonly MeasureFact[];
  rests: readonly RestFact[];
}

/** A clinic's figures; see pattern-thresholds.ts for their source and range. */
export interface PatternThresholds {
  /** Days for which something stays worth asking about. */
  freshDays: number;
  /** Prompts in a row that closed unanswered. */
  silentPrompts: number;
  /** Percent of the prompts before them that were answered, at least. */
  answeredPercent: number;
  /** Days before the silence that are looked at. */
  answeredWithinDays: number;
  /** Prompts in these days, at least: a share of one or two says nothing. */
  answeredOutOf: number;
  /** Steps between the baseline and the best check-in, at least. */
  gainSteps: number;
  /** Percent of that gain which the last three check-ins gave back, at least. */
  givenBackPercent: number;
  /** Hours after a ketamine session that make no baseline and no best. */
  afterSessionHours: number;
  /** Times the same trigger led to the old reaction. */
  sameTriggerTimes: number;
  sameTriggerWithinDays: number;
  /** Days on which life was "swamped". */
  swampedTimes: number;
  swampedWithinDays: number;
  /** Points above the mean of the last two. */
  phq9Points: number;
  gad7Points: number;
}

/** The client's word suffices alone, a chosen early sign too; `quiet-return` is two of five weak signs. */
export type PatternRule = 'own-word' | 'early-sign' | 'quiet-return' | 'gone-quiet';

export type FigureCode =
  | 'said-old-returned'
  | 'signs-chosen'
  | 'unanswered'
  | 'given-back'
  | 'same-trigger'
  | 'swamped'
  | 'measure-up';

/** One comparison with its figures. Days are `YYYY-MM-DD` on the client's clock. */
export interface PatternFigure {
  code: FigureCode;
  params: Readonly<Record<string, string | number>>;
}

/** Worth asking about on the call. It asks a question, and names no cause. */
export interface PatternNote {
  rule: PatternRule;
  figures: readonly PatternFigure[];
  /** What it rests on, oldest first; none where it rests on silence. */
  reflectionIds: readonly string[];
  /** The newest of what it rests on. */
  at: Temporal.Instant;
}

/** One of the five, before it is known whether there are two. */
export interface WeakSign {
  /** Which of the five: two lines that were given back are one sign. */
  kind: 'silence' | 'given-back' | 'same-trigger' | 'swamped' | 'measure-up';
  figures: readonly PatternFigure[];
  reflectionIds: readonly string[];
  at: Temporal.Instant;
}

import type { FlagColour, FlagKind } from '@app/safety/flag.types.js';
import type { CheckInStep, FeelsSafe, LoggedShift } from '@app/reflections/answer.types.js';
import type { ChipCode } from '@app/plans/prompt-template.types.js';
import type { SafetySign } from '@app/plans/safety-signs.js';
import type { PatternFigure, PatternRule } from '@app/safety/patterns/pattern.types.js';
import type { Stage } from '@app/threads/thread.types.js';

/** What a client gives in one go; whatever is absent was left out. */
export interface GoldenAnswer {
  words?: string;
  ease?: CheckInStep;
  energy?: CheckInStep;
  sleep?: CheckInStep;
  crowded?: CheckInStep;
  chips?: readonly ChipCode[];
  /** To "Has anything old slipped back in?" */
  returned?: 'yes' | 'no' | 'not-sure';
  /** Which of the three agreed early signs have shown. */
  signs?: readonly (1 | 2 | 3)[];
  measure?: { code: 'phq-9' | 'phq-8' | 'gad-7'; items: Readonly<Record<string, number>> };
  feelsSafe?: FeelsSafe;
  /** An empty list: "none of these". */
  safetySigns?: readonly SafetySign[];
  shift?: LoggedShift;
}

interface Timed {
  /** Days after day zero. */
  day: number;
  /** `HH:MM` on the client's clock. */
  at: string;
}

/** What becomes of a prompt that is sent at ten; what is not answered closes after 14 days. */
export type PromptEnd = 'answered' | 'skipped' | 'unanswered' | 'bounced';

/** Something that happens in a course. `id` names a reflection. */
export type GoldenEvent = Timed &
  (
    | { kind: 'session' }
    | { kind: 'prompt'; id: string; end: PromptEnd; answer: GoldenAnswer; sentOn: number }
    | { kind: 'unasked'; id: string; answer: GoldenAnswer }
    | { kind: 'rest'; untilDay: number | null }
    | { kind: 'withdrawal'; id: string }
    | { kind: 'call' }
    | { kind: 'reading'; id: string }
    | { kind: 'safety-plan' }
    | { kind: 'flags-closed' }
    | { kind: 'thread'; name: string; from: string }
    | { kind: 'stage'; thread: string; stage: Stage; from: string; quote: string }
    | { kind: 'star'; id: string; quote: string }
    | { kind: 'dont-raise'; id: string }
  );

export interface ExpectedNote {
  rule: PatternRule;
  figures: readonly PatternFigure[];
  /** Reflections it rests on, oldest first. */
  from: readonly string[];
  /** The day of the newest of what it rests on. */
  day: number;
}

export interface ExpectedFlag {
  kind: FlagKind;
  colour: FlagColour;
}

export interface ExpectedScore {
  total: number;
  band: string | null;
  label: 'baseline' | 'mid-series' | 'after';
}

/** What must come of it, and nothing else: what is absent must not be there. */
export interface Expected {
  notes?: readonly ExpectedNote[];
  /** Gone quiet since that day. */
  quietSince?: number;
  /** Open on the day of reading, in the order they were raised. */
  flags?: readonly ExpectedFlag[];
  /** By the name of the thread; null: none set. */
  stages?: Readonly<Record<string, Stage | null>>;
  /** By the reflection; null: unfinished, so there is none. */
  scores?: Readonly<Record<string, ExpectedScore | null>>;
}

/** One invented course, as data. */
export interface GoldenCourse {
  name: string;
  events: readonly GoldenEvent[];
  /** The brief is read at noon of this day. */
  readOn: number;
  expected: Expected;
}

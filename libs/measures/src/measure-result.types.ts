import type { ResultLabel } from './recall-window.rules.js';

/** What a client answered, by the id of the item; items they left out are absent. */
export interface MeasureAnswers {
  code: string;
  version: number;
  /** Values of offered options, unscored items too. */
  items: Record<string, number>;
}

/** The one document a result is sealed as. */
export interface MeasureResultBody extends MeasureAnswers {
  /** Null: unfinished, so unscored. */
  total: number | null;
  bandCode: string | null;
  label: ResultLabel;
  /** The first day it looks back to, and the day it was answered; `YYYY-MM-DD` on the client's clock. */
  windowFrom: string;
  completedOn: string;
}

/** One question of a measure, in the published wording. */
export interface MeasureItem {
  /** Unique within the measure; `1`, `2`, … in the published order. */
  id: string;
  text: string;
}

/** One answer that is offered; the same for every scored item. */
export interface MeasureOption {
  value: number;
  label: string;
}

/** Totals from here up to the next band. */
export interface MeasureBand {
  from: number;
  code: string;
  /** As published. Staff read it, clients never do. */
  label: string;
}

/** A published questionnaire, or a clinic's own. A version never changes; an edit is a new version. */
export interface MeasureDefinition {
  code: string;
  /** From 1. */
  version: number;
  title: string;
  /** BCP 47. Official translations only. */
  language: string;
  /** The full citation. */
  source: string;
  /** In words: who allows its use, and on what terms. */
  licence: string;
  /** Whom the figures are from. */
  population: string;
  /** How many days an answer looks back. */
  windowDays: number;
  /** The exact lead-in that every item follows. */
  stem: string;
  items: readonly MeasureItem[];
  options: readonly MeasureOption[];
  /** Asked and shown, never scored, each with its own options. */
  unscored: readonly (MeasureItem & { options: readonly MeasureOption[] })[];
  range: { from: number; to: number };
  /** Ascending. Empty: the total stands alone. */
  bands: readonly MeasureBand[];
  /** Reliable change in points, with its source; null where none is published for this use. */
  change: { points: number; source: string } | null;
  /** The item about being better off dead: PHQ-9 item 9. Null elsewhere. */
  safetyItem: string | null;
  /** It asks about one event, which is named with the client before it is first asked. */
  needsIndexEvent: boolean;
}

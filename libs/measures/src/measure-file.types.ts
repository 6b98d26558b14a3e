import type { MeasureDefinition } from './measure.types.js';

/** What is wrong with one field of a definition file; worded from the catalogue at the edge. */
export interface MeasureTrouble {
  /** Its place, e.g. `items.0.text`; empty for the file as a whole. */
  field: string;
  code: string;
  params: Record<string, string | number>;
}

/** What a clinic defines itself; its version is counted by us. */
export type OwnMeasure = Omit<MeasureDefinition, 'version'>;

export type CheckedMeasure =
  | { definition: OwnMeasure; troubles: readonly [] }
  | { definition: null; troubles: readonly MeasureTrouble[] };

import { GAD_7 } from './definitions/gad-7.data.js';
import { PCL_5 } from './definitions/pcl-5.data.js';
import { PHQ_2 } from './definitions/phq-2.data.js';
import { PHQ_8 } from './definitions/phq-8.data.js';
import { PHQ_9 } from './definitions/phq-9.data.js';
import type { MeasureDefinition } from './measure.types.js';

/**
 * The published questionnaires we hold, word for word. Append a new version instead of editing one: a result
 * is read with the wording that was answered.
 */
export const MEASURES: readonly MeasureDefinition[] = [PHQ_9, PHQ_8, PHQ_2, GAD_7, PCL_5];

/** The newest version of each, in the order of the list. */
export const NEWEST_MEASURES: readonly MeasureDefinition[] = MEASURES.filter(
  (one) => !MEASURES.some(({ code, version }) => code === one.code && version > one.version),
);

/** One of ours in one version, or undefined. */
export function findMeasure(code: string, version: number): MeasureDefinition | undefined {
  return MEASURES.find((one) => one.code === code && one.version === version);
}

/** The newest version of one of ours, or undefined. */
export function newestMeasure(code: string): MeasureDefinition | undefined {
  return NEWEST_MEASURES.find((one) => one.code === code);
}

import type { MeasureRef } from '../../api-client/calls-library.js';
import type { MeasureView } from '../../api-client/calls-measures.js';

/** Its title; its code as it is usually written while the list is not there. */
export const measureTitle = (measures: readonly MeasureView[], code: string): string =>
  measures.find((one) => one.code === code)?.title ?? code.toUpperCase();

/** The one that is asked, as the list has it now; its wording is of the version that is asked. */
export const measureOf = (
  measures: readonly MeasureView[],
  asked: Pick<MeasureRef, 'code'> | null | undefined,
): MeasureView | undefined => (asked ? measures.find(({ code }) => code === asked.code) : undefined);

/** Pages of it: every item, scored or not, has one. */
export const measurePages = (measure: MeasureView | undefined): number =>
  measure ? measure.items.length + measure.unscored.length : 0;

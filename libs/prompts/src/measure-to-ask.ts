import { newestMeasure } from '@app/measures/measures.data.js';
import type { AskedQuestion, MeasureRef } from '@app/plans/prompt-template.types.js';

/** The same questionnaire without its question about being better off dead. */
const WITHOUT_SAFETY_ITEM: Readonly<Record<string, string>> = { 'phq-9': 'phq-8' };

/**
 * Which measure is asked: one that asks about safety only where somebody answers the flag it may raise.
 * @param isAnswered a responder, a backup and hours, and it is one of their mornings
 */
export function measureToAsk(code: string, isAnswered: boolean): string {
  return isAnswered ? code : (WITHOUT_SAFETY_ITEM[code] ?? code);
}

/** The question as it may be asked now. */
export function askedSafely(asked: AskedQuestion, isAnswered: boolean): AskedQuestion {
  if (!asked.measure) return asked;
  return { ...asked, measure: refOf(asked.measure, measureToAsk(asked.measure.code, isAnswered)) };
}

function refOf(measure: MeasureRef, code: string): MeasureRef {
  if (code === measure.code) return measure;
  return { code, version: newestMeasure(code)!.version };
}

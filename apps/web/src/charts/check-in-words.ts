import type { CheckInsView } from '../api-client/views.js';
import { say, type ConsoleCode } from '../words.js';

export type Measure = keyof CheckInsView;
export const MEASURES: readonly Measure[] = ['ease', 'energy', 'sleep', 'crowded'];

/** The word the client tapped: 1 to 5 never stand on a screen as figures. */
export const stepWord = (measure: Measure, step: number): string =>
  say(`checkIn.${measure}.${step}` as ConsoleCode);
export const measureName = (measure: Measure): string => say(`checkIn.${measure}`);

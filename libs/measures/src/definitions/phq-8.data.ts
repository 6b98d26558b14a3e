import type { MeasureDefinition } from '../measure.types.js';
import { PHQ_ITEMS, PHQ_LICENCE, PHQ_OPTIONS, PHQ_STEM } from './phq.data.js';

/** PHQ-9 without its ninth item, for a clinic where nobody receives that answer. No change figure of its own is published. */
export const PHQ_8: MeasureDefinition = {
  code: 'phq-8',
  version: 1,
  title: 'PHQ-8',
  language: 'en-US',
  source:
    'Kroenke K, Strine TW, Spitzer RL, Williams JBW, Berry JT, Mokdad AH. The PHQ-8 as a measure of current depression in the general population. Journal of Affective Disorders 2009;114(1–3):163–173.',
  licence: PHQ_LICENCE,
  population: 'Bands: 198,678 adults of a telephone survey of the general population of the United States.',
  windowDays: 14,
  stem: PHQ_STEM,
  items: PHQ_ITEMS,
  options: PHQ_OPTIONS,
  unscored: [],
  range: { from: 0, to: 24 },
  bands: [
    { from: 0, code: 'minimal', label: 'Minimal' },
    { from: 5, code: 'mild', label: 'Mild' },
    { from: 10, code: 'moderate', label: 'Moderate' },
    { from: 15, code: 'moderately-severe', label: 'Moderately severe' },
    { from: 20, code: 'severe', label: 'Severe' },
  ],
  change: null,
  safetyItem: null,
  needsIndexEvent: false,
};

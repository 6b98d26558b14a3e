import type { MeasureDefinition } from '../measure.types.js';
import { PHQ_ITEMS, PHQ_LICENCE, PHQ_OPTIONS, PHQ_STEM } from './phq.data.js';

/** The first two of PHQ-9. One cut point and no bands below it; no change figure is published. */
export const PHQ_2: MeasureDefinition = {
  code: 'phq-2',
  version: 1,
  title: 'PHQ-2',
  language: 'en-US',
  source:
    'Kroenke K, Spitzer RL, Williams JBW. The Patient Health Questionnaire-2: validity of a two-item depression screener. Medical Care 2003;41(11):1284–1292.',
  licence: PHQ_LICENCE,
  population:
    'Cut point: 6,000 adult patients of 8 primary care and 7 obstetrics-gynecology clinics in the United States.',
  windowDays: 14,
  stem: PHQ_STEM,
  items: PHQ_ITEMS.slice(0, 2),
  options: PHQ_OPTIONS,
  unscored: [],
  range: { from: 0, to: 6 },
  bands: [{ from: 3, code: 'cut-point', label: 'At or above the cut point of 3' }],
  change: null,
  safetyItem: null,
  needsIndexEvent: false,
};

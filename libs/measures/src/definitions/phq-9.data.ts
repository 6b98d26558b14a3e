import type { MeasureDefinition } from '../measure.types.js';
import { DIFFICULTY, PHQ_ITEMS, PHQ_LICENCE, PHQ_OPTIONS, PHQ_STEM } from './phq.data.js';

export const PHQ_9: MeasureDefinition = {
  code: 'phq-9',
  version: 1,
  title: 'PHQ-9',
  language: 'en-US',
  source:
    'Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. Journal of General Internal Medicine 2001;16(9):606–613.',
  licence: PHQ_LICENCE,
  population:
    'Bands: 6,000 adult patients of 8 primary care and 7 obstetrics-gynecology clinics in the United States. Change: adults in English psychological therapy services.',
  windowDays: 14,
  stem: PHQ_STEM,
  items: [
    ...PHQ_ITEMS,
    { id: '9', text: 'Thoughts that you would be better off dead or of hurting yourself in some way' },
  ],
  options: PHQ_OPTIONS,
  unscored: [DIFFICULTY],
  range: { from: 0, to: 27 },
  bands: [
    { from: 0, code: 'minimal', label: 'Minimal' },
    { from: 5, code: 'mild', label: 'Mild' },
    { from: 10, code: 'moderate', label: 'Moderate' },
    { from: 15, code: 'moderately-severe', label: 'Moderately severe' },
    { from: 20, code: 'severe', label: 'Severe' },
  ],
  change: {
    points: 6,
    source:
      'National Collaborating Centre for Mental Health. The Improving Access to Psychological Therapies Manual. NHS England, 2018: reliable change from 6 points.',
  },
  safetyItem: '9',
  needsIndexEvent: false,
};

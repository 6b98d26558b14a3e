import type { MeasureDefinition } from '../measure.types.js';
import { DIFFICULTY, PHQ_LICENCE, PHQ_OPTIONS } from './phq.data.js';

export const GAD_7: MeasureDefinition = {
  code: 'gad-7',
  version: 1,
  title: 'GAD-7',
  language: 'en-US',
  source:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B. A brief measure for assessing generalized anxiety disorder: the GAD-7. Archives of Internal Medicine 2006;166(10):1092–1097.',
  licence: PHQ_LICENCE,
  population:
    'Bands: 2,740 adult patients of 15 primary care clinics in the United States. Change: adults in English psychological therapy services.',
  windowDays: 14,
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: [
    { id: '1', text: 'Feeling nervous, anxious, or on edge' },
    { id: '2', text: 'Not being able to stop or control worrying' },
    { id: '3', text: 'Worrying too much about different things' },
    { id: '4', text: 'Trouble relaxing' },
    { id: '5', text: 'Being so restless that it is hard to sit still' },
    { id: '6', text: 'Becoming easily annoyed or irritable' },
    { id: '7', text: 'Feeling afraid as if something awful might happen' },
  ],
  options: PHQ_OPTIONS,
  unscored: [DIFFICULTY],
  range: { from: 0, to: 21 },
  bands: [
    { from: 0, code: 'minimal', label: 'Minimal' },
    { from: 5, code: 'mild', label: 'Mild' },
    { from: 10, code: 'moderate', label: 'Moderate' },
    { from: 15, code: 'severe', label: 'Severe' },
  ],
  change: {
    points: 4,
    source:
      'National Collaborating Centre for Mental Health. The Improving Access to Psychological Therapies Manual. NHS England, 2018: reliable change from 4 points.',
  },
  safetyItem: null,
  needsIndexEvent: false,
};

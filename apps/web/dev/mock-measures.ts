import type { MeasureView } from '../src/api-client/calls-measures.js';
import { problem, type Route } from './mock-accounts.js';
import { list } from './mock-staff.js';

/** Two to look at; the API holds the rest, and knows what a definition has to say. */
const options = ['Never', 'Some days', 'Most days'].map((label, value) => ({ value, label }));
const sample: MeasureView = {
  code: 'our-weeks',
  title: 'Our weeks',
  language: 'en-US',
  source: 'Made by the clinic, 2026.',
  licence: 'Our own. Other clinics ask us.',
  population: 'No figures yet.',
  windowDays: 7,
  stem: 'In the last week, how often was this so?',
  items: ['I had room for myself', 'I slept through the night'].map((text, at) => ({
    id: `${at + 1}`,
    text,
  })),
  options,
  range: { from: 0, to: 4 },
  bands: [
    { from: 0, code: 'seldom', label: 'Seldom' },
    { from: 3, code: 'often', label: 'Often' },
  ],
  version: 1,
  unscored: [],
  change: null,
  safetyItem: null,
  needsIndexEvent: false,
  own: true,
  archivedAt: null,
};
const measures: MeasureView[] = [
  {
    ...sample,
    code: 'phq-9',
    title: 'PHQ-9',
    source: 'Kroenke and others, Journal of General Internal Medicine 2001;16(9):606–613.',
    licence: 'No permission required to reproduce, translate, display or distribute.',
    windowDays: 14,
    safetyItem: '2',
    own: false,
  },
  {
    ...sample,
    code: 'gad-7',
    title: 'GAD-7',
    source: 'Spitzer and others, Archives of Internal Medicine 2006;166(10):1092–1097.',
    licence: 'No permission required to reproduce, translate, display or distribute.',
    population: 'Bands: 2,740 adult patients of 15 primary care clinics in the United States.',
    windowDays: 14,
    change: { points: 4, source: 'The Improving Access to Psychological Therapies Manual, 2018.' },
    unscored: [{ id: 'difficulty', text: 'How difficult was it?', options }],
    own: false,
  },
  { ...sample, code: 'pcl-5', title: 'PCL-5', windowDays: 31, bands: [], needsIndexEvent: true, own: false },
];

export const routes: Route[] = [
  ['GET', /^\/measures$/, () => list(measures)],
  [
    'POST',
    /^\/measures$/,
    (_, { definition }) => {
      const given = definition as Partial<MeasureView>;
      const error = (field: string, message: string) => ({ field, code: 'other', params: {}, message });
      if (!given.licence)
        return problem(422, 'invalid', [
          error('definition.licence', 'Fill this in.'),
          error(
            'definition.range',
            'The answers reach 0 to 4. Give that range, or look for a missing question.',
          ),
        ]);
      const added = { ...sample, ...given };
      const at = measures.findIndex((one) => one.code === added.code);
      measures.splice(at < 0 ? measures.length : at, at < 0 ? 0 : 1, added);
      return [201, added];
    },
  ],
  [
    'POST',
    /^\/measures\/([^/]+)\/archiving$/,
    ([code]) => {
      const found = measures.find((one) => one.own && one.code === code);
      if (!found) return problem(404, 'not-found');
      found.archivedAt = '2026-10-27T15:40:00Z';
      return [201, found];
    },
  ],
];

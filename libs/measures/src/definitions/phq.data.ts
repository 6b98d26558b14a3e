import type { MeasureItem, MeasureOption } from '../measure.types.js';

/** What the members of the PHQ family share, word for word. */
export const PHQ_STEM =
  'Over the last 2 weeks, how often have you been bothered by any of the following problems?';

export const PHQ_OPTIONS: readonly MeasureOption[] = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Several days' },
  { value: 2, label: 'More than half the days' },
  { value: 3, label: 'Nearly every day' },
];

export const PHQ_LICENCE =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

/** The eight that PHQ-9 and PHQ-8 share; the first two are PHQ-2. */
export const PHQ_ITEMS: readonly MeasureItem[] = [
  { id: '1', text: 'Little interest or pleasure in doing things' },
  { id: '2', text: 'Feeling down, depressed, or hopeless' },
  { id: '3', text: 'Trouble falling or staying asleep, or sleeping too much' },
  { id: '4', text: 'Feeling tired or having little energy' },
  { id: '5', text: 'Poor appetite or overeating' },
  {
    id: '6',
    text: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
  },
  {
    id: '7',
    text: 'Trouble concentrating on things, such as reading the newspaper or watching television',
  },
  {
    id: '8',
    text: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
  },
];

/** How hard it makes life. Asked and shown, never part of a total. */
export const DIFFICULTY = {
  id: 'difficulty',
  text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
  options: [
    { value: 0, label: 'Not difficult at all' },
    { value: 1, label: 'Somewhat difficult' },
    { value: 2, label: 'Very difficult' },
    { value: 3, label: 'Extremely difficult' },
  ],
} as const satisfies MeasureItem & { options: readonly MeasureOption[] };

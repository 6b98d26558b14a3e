import { Temporal } from 'temporal-polyfill';
import { newId } from '@app/platform/ids/ids.js';

export const A_PROMPT = {
  title: 'Ours',
  question: 'How was the walk?',
  hint: '',
  checkIns: ['ease'],
  chips: ['S1'],
  choices: [
    {
      id: 'which',
      question: 'Which one?',
      hint: '',
      options: [
        { id: 'long', label: 'The long one' },
        { id: 'short', label: 'The short one' },
      ],
      many: false,
    },
  ],
  ratings: [{ id: 'legs', question: 'How are the legs?', low: 'Tired', high: 'Fresh' }],
};

export function aMeasure(code: string) {
  return {
    code,
    title: 'Our weeks',
    language: 'en-US',
    source: 'Made by the clinic, 2026.',
    licence: 'Our own.',
    population: 'No figures yet.',
    windowDays: 7,
    stem: 'In the last week, how often was this so?',
    items: [{ id: '1', text: 'I had room for myself' }],
    options: [
      { value: 0, label: 'Never' },
      { value: 1, label: 'Most days' },
    ],
    range: { from: 0, to: 1 },
  };
}

export const A_STEP = {
  prompt: { template: 'small-shift', number: 1 },
  anchor: 'latest-session',
  days: 7,
  localTime: '12:30',
  latenessHours: 48,
  nudgeAfterDays: 2,
  openDays: 7,
  slowestPace: 'gentle',
};

let daysAhead = 10;

/** Two days that nobody else of these tests is away. */
export function nextFreeDays(): { fromOn: string; untilOn: string } {
  daysAhead += 3;
  const from = Temporal.Now.plainDateISO('UTC').add({ days: daysAhead });
  return { fromOn: from.toString(), untilOn: from.add({ days: 1 }).toString() };
}

export function aPlace() {
  const hours = { quietFrom: '21:00', quietTo: '08:00', openFrom: '08:00', openTo: '18:00' };
  return { name: `Alder Street ${newId()}`, timeZone: 'America/Boise', ...hours, openDays: [1, 2, 3] };
}

import type { Starter } from './starter.types.js';

/** Four everyday shifts, each as its own question. */
export const SHIFTS: readonly Starter[] = [
  {
    code: 'took-a-pause',
    version: 1,
    covers: 'S1',
    title: 'A pause',
    question: 'Was there a moment when you took a pause before you acted?',
    hint: 'One breath before you spoke counts. So does seeing it only later.',
    checkIns: ['ease', 'energy'],
    chips: [],
  },
  {
    code: 'loop-sooner',
    version: 1,
    covers: 'S2',
    title: 'An old loop, sooner',
    question: 'Did you spot an old loop?',
    hint: 'A place, a face, the first thought: what was it this time?',
    checkIns: ['ease', 'energy'],
    chips: [],
    choices: [
      {
        id: 'when',
        question: 'When did you see it?',
        hint: 'Later is fine too. It tends to move closer to the start.',
        options: [
          { id: 'after', label: 'Some time after' },
          { id: 'during', label: 'In the middle of it' },
          { id: 'start', label: 'Right at its start' },
          { id: 'none', label: 'I did not see one' },
          { id: 'unsure', label: 'I am not sure' },
        ],
        many: false,
      },
    ],
  },
  {
    code: 'kinder-to-a-feeling',
    version: 1,
    covers: 'S3',
    title: 'Kinder to a feeling',
    question: 'Did you meet a hard feeling with some kindness?',
    hint: 'The way you would with a friend. If it was hard to be kind, that is worth a line too.',
    checkIns: ['ease', 'sleep'],
    chips: [],
  },
  {
    code: 'low-or-worried',
    version: 1,
    covers: 'S4',
    title: 'A low mood or a worry',
    question: 'Was there a low mood or a worry, and how were you with it?',
    hint: 'Maybe you let it be there, or told someone. If it was the same as ever, say so.',
    checkIns: ['ease', 'sleep'],
    chips: [],
  },
];

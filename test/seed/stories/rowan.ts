import type { Story } from '../story.types.js';
import { ROWAN_DEEDS } from './rowan-deeds.js';

/** In the middle of a series: the brief of the next call. */
export const ROWAN: Story = {
  name: 'Rowan Ellis',
  pronouns: 'they/them',
  email: 'rowan.ellis@post.example',
  phone: '+1 208 555 0117',
  timeZone: 'America/Boise',
  plan: { template: 'series', number: 2 },
  addedOn: { day: -41, at: '09:30' },
  sessions: [
    { day: -26, at: '14:00', route: 'im', outcome: 'completed' },
    { day: -19, at: '14:00', route: 'im', outcome: 'completed' },
    { day: -12, at: '14:00', route: 'im', outcome: 'completed' },
    { day: 2, at: '14:00', route: 'im', outcome: 'planned' },
    { day: 9, at: '14:00', route: 'im', outcome: 'planned' },
    { day: 16, at: '14:00', route: 'im', outcome: 'planned' },
  ],
  calls: [
    {
      day: -9,
      at: '10:30',
      closingNote: 'Notice when the guilt starts on calls with Mom. No need to change anything yet.',
      readBefore: true,
    },
  ],
  callInMinutes: 45,
  replies: [
    {
      to: 'own-ratings',
      afterMinutes: 95,
      words: 'To pick up the phone without bracing first.',
      ratings: { now: 2, room: 8 },
    },
    {
      to: 'phq-9',
      on: -33,
      afterMinutes: 50,
      measure: { items: [2, 2, 2, 2, 1, 3, 1, 1, 0], difficulty: 2 },
    },
    { to: 'gad-7', afterMinutes: 35, measure: { items: [2, 2, 2, 2, 1, 1, 1], difficulty: 1 } },
    {
      to: 'own-signs',
      afterMinutes: 80,
      words: 'I stop answering the phone. Then the plants go.',
      checkIns: { sleep: 2, crowded: 4 },
      choices: { signs: ['people', 'chores'] },
    },
    {
      to: 'intention',
      afterMinutes: 50,
      words: 'I would like to be less afraid of quiet rooms. That is all I have.',
      checkIns: { ease: 2, energy: 2 },
    },
    {
      to: 'what-stayed',
      on: -25,
      afterMinutes: 40,
      words:
        'A field, very wide, and nobody wanting anything from me. I keep trying to describe it and it gets smaller.',
      checkIns: { ease: 4, sleep: 3 },
      chips: ['C1'],
    },
    {
      to: 'small-shift',
      on: -22,
      afterMinutes: 70,
      words: 'The dishes got done before bed. Twice.',
      checkIns: { ease: 2, energy: 2 },
    },
    { to: 'safety-check', on: -20, afterMinutes: 15 },
    {
      to: 'what-stayed',
      on: -18,
      afterMinutes: 240,
      words:
        'Mom had left a message and I played it in the car. I heard myself apologize out loud to a voicemail. I don’t think I ever heard that before.',
      checkIns: { ease: 3, sleep: 2 },
    },
    {
      to: 'phq-9',
      on: -15,
      afterMinutes: 45,
      measure: { items: [1, 1, 2, 2, 1, 1, 1, 0, 0], difficulty: 1 },
    },
    { to: 'safety-check', on: -13, afterMinutes: 25 },
    {
      to: 'what-stayed',
      on: -11,
      afterMinutes: 55,
      words:
        'Less this time. A hand on my back. I think it was mine. And the word enough, which came back in the grocery store of all places, next to the oranges.',
      checkIns: { ease: 3, sleep: 2 },
      chips: ['C1'],
    },
    {
      to: 'small-shift',
      on: -8,
      afterMinutes: 35,
      words: 'Nothing I could name. I was kinder to the dog.',
      checkIns: { ease: 3, energy: 3 },
    },
    { to: 'safety-check', on: -6, afterMinutes: 20 },
    {
      to: 'keeps-coming-back',
      afterMinutes: 100,
      words:
        'The quiet, mostly. Like somebody turned down a radio I’d stopped hearing. I cried in the car and it wasn’t sad. I’m already worried I’ll lose it.',
      checkIns: { ease: 5, energy: 4 },
      chips: ['C4'],
      keptAs: 'The quiet',
    },
    {
      to: 'not-to-miss',
      on: -1,
      afterMinutes: 80,
      words:
        'Work is loud again and I can feel the motivation leaking out. I don’t want to spend the whole call on that though. I’d like to talk about the garden.',
      checkIns: { ease: 4, energy: 4 },
    },
  ],
  ...ROWAN_DEEDS,
};

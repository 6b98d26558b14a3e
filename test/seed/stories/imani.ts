import type { Story } from '../story.types.js';

/** Something is giving way without a word about it: a note worth asking about, on the day of a call. */
export const IMANI: Story = {
  name: 'Imani Osei',
  pronouns: 'she/her',
  email: 'imani.osei@post.example',
  phone: '+1 212 555 0103',
  timeZone: 'America/New_York',
  plan: { template: 'steady', number: 3 },
  addedOn: { day: -38, at: '10:00' },
  sessions: [{ day: -24, at: '10:00', route: 'iv', outcome: 'completed' }],
  calls: [
    {
      day: -10,
      at: '09:00',
      closingNote: 'Keep the twenty minutes in the parked car. See whether they survive a week of nights.',
      readBefore: true,
    },
  ],
  callInMinutes: 195,
  replies: [
    {
      to: 'own-ratings',
      afterMinutes: 130,
      words: 'To leave work at work.',
      ratings: { now: 3, room: 8 },
    },
    {
      to: 'phq-9',
      on: -31,
      afterMinutes: 40,
      measure: { items: [2, 2, 2, 2, 1, 2, 1, 1, 0], difficulty: 2 },
    },
    { to: 'gad-7', on: -30, afterMinutes: 25, measure: { items: [2, 2, 2, 2, 1, 2, 0], difficulty: 1 } },
    {
      to: 'own-signs',
      afterMinutes: 45,
      words: 'I stop opening the curtains. I eat standing up.',
      checkIns: { sleep: 2, crowded: 3 },
      choices: { signs: ['food', 'sleep'] },
    },
    {
      to: 'intention',
      afterMinutes: 15,
      words: 'Courage, the small kind.',
      checkIns: { ease: 2, energy: 2 },
    },
    {
      to: 'what-stayed-checked',
      afterMinutes: 90,
      words: 'It frightened me a little and I am glad I went. Both.',
      checkIns: { ease: 3, sleep: 3 },
      chips: ['C7'],
    },
    {
      to: 'keeps-coming-back',
      afterMinutes: 65,
      words:
        'A door. Always the same door, my grandmother’s, painted green. I don’t go in. I like that I don’t have to.',
      checkIns: { ease: 4, energy: 4 },
      keptAs: 'The green door',
    },
    {
      to: 'small-shift-checked',
      afterMinutes: 300,
      words:
        'A family was shouting at the desk and I felt my jaw go. I asked for a chair and sat down next to them. They sat down too.',
      checkIns: { ease: 5, energy: 4 },
      chips: ['S1'],
    },
    {
      to: 'life-resumed',
      afterMinutes: 200,
      words: 'Three nights in a row, then my sister’s move. I can’t remember Thursday.',
      checkIns: { crowded: 5, sleep: 2 },
    },
    {
      to: 'not-to-miss',
      on: -11,
      afterMinutes: 75,
      words:
        'I keep sitting in the car after a shift. Twenty minutes, engine off. I don’t know if that is rest or hiding.',
      checkIns: { ease: 3, energy: 3 },
    },
    { to: 'phq-9', on: -8, afterMinutes: 60, measure: { items: [1, 1, 2, 2, 1, 1, 0, 0, 0], difficulty: 1 } },
    { to: 'gad-7', on: -7, afterMinutes: 30, measure: { items: [1, 1, 1, 1, 0, 1, 0], difficulty: 0 } },
    {
      to: 'old-returned',
      afterMinutes: 110,
      words:
        'The plant on the sill leans the wrong way now. I stood there with my coat on and worked out why. It is only a full week, I think.',
      checkIns: { ease: 2, crowded: 5 },
      choices: { returned: ['not-sure'] },
    },
    {
      to: 'not-to-miss',
      on: -1,
      afterMinutes: 50,
      words: 'Tired in the old way. I would rather talk about the car than about the door.',
      checkIns: { ease: 2, energy: 2 },
    },
  ],
  staffDeeds: [
    { day: -26, at: '12:05', does: 'agrees-sign', words: 'I stop opening the curtains' },
    { day: -26, at: '12:06', does: 'agrees-sign', words: 'I eat standing up' },
    {
      day: -19,
      at: '12:30',
      does: 'sets-stage',
      thread: 'The green door',
      stage: 'insight',
      rests: ['I don’t go in. I like that I don’t have to.'],
    },
    {
      day: -10,
      at: '09:55',
      does: 'keeps-thread',
      name: 'Rest or hiding',
      from: 'I don’t know if that is rest or hiding.',
    },
    {
      day: -10,
      at: '09:56',
      does: 'sets-stage',
      thread: 'Rest or hiding',
      stage: 'awareness',
      rests: ['I keep sitting in the car after a shift. Twenty minutes, engine off.'],
    },
    {
      day: -1,
      at: '16:45',
      does: 'brings',
      items: [{ text: 'Ask about the week before asking about anything else.' }],
    },
  ],
};

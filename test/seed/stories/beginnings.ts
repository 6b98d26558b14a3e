import type { Story } from '../story.types.js';

/** Two days after his first session: something on the page about safety wants somebody today. */
export const TEODOR: Story = {
  name: 'Teodor Lanz',
  pronouns: 'he/him',
  email: 'teodor.lanz@post.example',
  phone: '+1 503 555 0188',
  timeZone: 'America/Los_Angeles',
  plan: { template: 'steady', number: 3 },
  emergencyContact: {
    name: 'Ana Lanz',
    relation: 'sister',
    phone: '+1 503 555 0156',
    about: 'when I do not answer for a whole day',
  },
  addedOn: { day: -13, at: '15:00' },
  sessions: [
    { day: -2, at: '11:00', route: 'im', outcome: 'completed' },
    { day: 5, at: '11:00', route: 'im', outcome: 'planned' },
  ],
  calls: [{ day: 1, at: '11:00' }],
  replies: [
    {
      to: 'own-ratings',
      afterMinutes: 60,
      words: 'Sleep. I would like to sleep.',
      ratings: { now: 2, room: 9 },
    },
    { to: 'phq-9', afterMinutes: 35, measure: { items: [2, 2, 3, 3, 1, 2, 2, 1, 0], difficulty: 2 } },
    { to: 'gad-7', afterMinutes: 35, measure: { items: [2, 2, 2, 3, 2, 1, 1], difficulty: 2 } },
    {
      to: 'own-signs',
      afterMinutes: 30,
      words: 'I go quiet and everybody thinks I am fine.',
      checkIns: { sleep: 1, crowded: 4 },
      choices: { signs: ['sleep', 'people'] },
    },
    {
      to: 'intention',
      afterMinutes: 45,
      words: 'My hands. They know more than I do.',
      checkIns: { ease: 2, energy: 2 },
    },
    {
      to: 'what-stayed-checked',
      afterMinutes: { beforeNow: 40 },
      words:
        'Awake since three, so I sanded the whole stair rail. Not unhappy. My head is going faster than the paper.',
      checkIns: { ease: 4, sleep: 1 },
      safetySigns: ['racing-without-sleep'],
    },
  ],
  staffDeeds: [
    { day: -4, at: '12:10', does: 'agrees-sign', words: 'I go quiet and everybody thinks I am fine.' },
  ],
};

/** Two days after her first session, with a question on its way: what a stranger answers first. */
export const JUNE: Story = {
  name: 'June Abara',
  pronouns: 'she/her',
  email: 'june.abara@post.example',
  phone: '+1 541 555 0171',
  timeZone: 'America/Los_Angeles',
  plan: { template: 'steady', number: 3 },
  addedOn: { day: -4, at: '12:00' },
  sessions: [{ day: -2, at: '15:00', route: 'im', outcome: 'completed' }],
  calls: [{ day: 5, at: '11:00' }],
  replies: [
    {
      to: 'intention',
      afterMinutes: 30,
      words: 'I would like to remember my own voice.',
      checkIns: { ease: 3, energy: 2 },
    },
    {
      to: 'what-stayed-checked',
      afterMinutes: 150,
      words: 'A bus song my grandfather sang, all four verses. I have not sung it out loud yet.',
      checkIns: { ease: 4, sleep: 3 },
    },
  ],
  sendNextNow: true,
};

/** Of the other clinic, where what came back was not read in time. */
export const NADIA: Story = {
  name: 'Nadia Finch',
  email: 'nadia.finch@post.example',
  phone: '+44 20 7946 0112',
  timeZone: 'Europe/London',
  plan: { template: 'steady', number: 3 },
  addedOn: { day: -6, at: '10:00' },
  sessions: [{ day: -4, at: '11:00', route: 'intranasal', outcome: 'completed' }],
  calls: [{ day: 2, at: '15:00' }],
  leftUnread: true,
  replies: [
    { to: 'intention', afterMinutes: 45, words: 'Less noise.', checkIns: { ease: 2, energy: 2 } },
    {
      to: 'what-stayed-checked',
      afterMinutes: 60,
      words: 'A slow river. I could hear my own steps.',
      checkIns: { ease: 4, sleep: 4 },
    },
  ],
};

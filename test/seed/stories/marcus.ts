import type { Story } from '../story.types.js';

/** Answered most of what came, then nothing; and nobody has booked another call. */
export const MARCUS: Story = {
  name: 'Marcus Bell',
  pronouns: 'he/him',
  email: 'marcus.bell@post.example',
  phone: '+1 206 555 0139',
  timeZone: 'America/Los_Angeles',
  plan: { template: 'steady', number: 3 },
  addedOn: { day: -45, at: '09:00' },
  sessions: [{ day: -43, at: '09:30', route: 'sublingual', outcome: 'completed' }],
  undecidedMinutesAgo: 120,
  calls: [{ day: -31, at: '16:00', closingNote: 'Left it open. He would like to be asked, not chased.' }],
  replies: [
    { to: 'intention', afterMinutes: 240, words: 'Not sure yet.', checkIns: { ease: 3 } },
    {
      to: 'what-stayed-checked',
      afterMinutes: 420,
      words: 'Quiet. Like snow on a roof.',
      checkIns: { ease: 3, sleep: 4 },
    },
    {
      to: 'small-shift-checked',
      afterMinutes: 500,
      words: 'Sat through dinner. All of it. My girl told the whole joke.',
      checkIns: { ease: 4, energy: 3 },
    },
    {
      to: 'life-resumed',
      afterMinutes: 700,
      words: 'Roof job, twelve-hour days. It’s fine.',
      checkIns: { crowded: 4, sleep: 3 },
    },
    { to: 'not-to-miss', on: -32, afterMinutes: 30, words: 'Nothing special. Dinner, maybe.' },
  ],
  staffDeeds: [
    {
      day: -31,
      at: '16:54',
      does: 'keeps-thread',
      name: 'At the table',
      from: 'Sat through dinner. All of it.',
    },
    {
      day: -31,
      at: '16:55',
      does: 'sets-stage',
      thread: 'At the table',
      stage: 'awareness',
      rests: ['Sat through dinner. All of it.'],
    },
  ],
};

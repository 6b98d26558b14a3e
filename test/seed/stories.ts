import type { Story } from './story.types.js';

/** Invented people and words; nobody in here is real. */
export const FERNHOLLOW_STORIES: readonly Story[] = [
  {
    name: 'Rowan Ellis',
    pronouns: 'they/them',
    email: 'rowan.ellis@post.example',
    phone: '+1 208 555 0117',
    timeZone: 'America/Boise',
    addedOn: { day: -26, at: '09:30' },
    sessions: [
      { day: -19, at: '14:00', route: 'im', outcome: 'completed' },
      { day: -12, at: '14:00', route: 'im', outcome: 'completed' },
      { day: -5, at: '14:00', route: 'im', outcome: 'completed' },
      { day: 9, at: '14:00', route: 'im', outcome: 'planned' },
      { day: 16, at: '14:00', route: 'im', outcome: 'planned' },
      { day: 23, at: '14:00', route: 'im', outcome: 'planned' },
    ],
    calls: [
      {
        day: -10,
        at: '10:30',
        closingNote: 'Notice when the guilt starts on calls with Mum. No need to change anything yet.',
        readBefore: true,
      },
    ],
    callInMinutes: 45,
    replies: [
      {
        afterMinutes: 95,
        words: 'I stop answering the phone. Then the plants go.',
        checkIns: { sleep: 2, crowded: 4 },
      },
      {
        afterMinutes: 50,
        words: 'I would like to be less afraid of quiet rooms. That is all I have.',
        checkIns: { ease: 2, energy: 2 },
      },
      {
        afterMinutes: 40,
        words:
          'A field, very wide, and nobody wanting anything from me. I keep trying to describe it and it gets smaller.',
        checkIns: { ease: 4, sleep: 3 },
        chips: ['C1'],
      },
      {
        afterMinutes: 70,
        words: 'The word enough. It came back in the supermarket of all places.',
        checkIns: { ease: 3, energy: 3 },
      },
      {
        afterMinutes: 60,
        words: 'That I nearly didn’t come to the first one.',
        checkIns: { ease: 2, energy: 2 },
      },
      {
        afterMinutes: 55,
        words: 'Less this time. A hand on my back. I think it was mine.',
        checkIns: { ease: 3, sleep: 2 },
        chips: ['C1'],
      },
      {
        afterMinutes: 75,
        words:
          'Mum rang. The guilt thing started, the usual one. I noticed it about three sentences in instead of an hour later. I said I’d call back, put the phone down and stood in the garden. Then I did call back.',
        checkIns: { ease: 2, energy: 3 },
        chips: ['C5'],
      },
      {
        afterMinutes: 100,
        words:
          'Relief, mostly. Like somebody turned down a radio I’d stopped hearing. I cried in the car and it wasn’t sad. I’m already worried I’ll lose it.',
        checkIns: { ease: 5, sleep: 4 },
        chips: ['C4'],
      },
      {
        afterMinutes: 65,
        words:
          'Confused today. Everyone at breakfast was normal and I felt wide open with nowhere to put it. I kept almost telling my sister and then talking about the weather.',
        checkIns: { ease: 3, energy: 3 },
        chips: ['C1', 'C2'],
      },
      {
        afterMinutes: 80,
        words:
          'Work is loud again and I can feel the motivation leaking out. I don’t want to spend the whole call on that though. I’d like to talk about the garden.',
        checkIns: { ease: 4, energy: 4 },
      },
    ],
  },
  {
    name: 'Priya Sethi',
    pronouns: 'she/her',
    email: 'priya.sethi@post.example',
    phone: '+1 303 555 0164',
    timeZone: 'America/Denver',
    addedOn: { day: -14, at: '11:00' },
    sessions: [
      { day: -8, at: '10:00', route: 'iv', outcome: 'completed' },
      { day: 6, at: '10:00', route: 'iv', outcome: 'planned' },
    ],
    calls: [{ day: 1, at: '13:00' }],
    replies: [
      { afterMinutes: 20, words: 'To be kind about whatever turns up.', checkIns: { ease: 3, energy: 2 } },
      null,
      {
        afterMinutes: 35,
        words: 'Water, and my grandmother’s kitchen. I woke up hungry for the first time in weeks.',
        checkIns: { ease: 4, sleep: 4 },
      },
      {
        afterMinutes: 180,
        words: 'Sunday dread, but I saw it come in. It sat down and I made tea.',
        checkIns: { ease: 4, energy: 4 },
        chips: ['C5'],
      },
      {
        afterMinutes: 45,
        words: 'I let somebody else be wrong in a meeting. Nothing happened. It was wonderful.',
        checkIns: { ease: 5, energy: 4 },
        chips: ['S1', 'S3'],
      },
    ],
  },
  {
    name: 'Teodor Lanz',
    pronouns: 'he/him',
    email: 'teodor.lanz@post.example',
    phone: '+1 503 555 0188',
    timeZone: 'America/Los_Angeles',
    addedOn: { day: -6, at: '15:00' },
    sessions: [
      { day: -1, at: '11:00', route: 'im', outcome: 'completed' },
      { day: 6, at: '11:00', route: 'im', outcome: 'planned' },
    ],
    calls: [],
    callInMinutes: 195,
    replies: [
      { afterMinutes: 60, words: 'Sleep. I would like to sleep.', checkIns: { ease: 2, energy: 1 } },
      {
        afterMinutes: 30,
        words: 'I go quiet and everybody thinks I am fine.',
        checkIns: { sleep: 1, crowded: 4 },
      },
    ],
    asksForCallMinutesAgo: 134,
  },
  {
    name: 'Marcus Bell',
    email: 'marcus.bell@post.example',
    phone: '+1 206 555 0139',
    timeZone: 'America/Los_Angeles',
    addedOn: { day: -17, at: '09:00' },
    sessions: [{ day: -13, at: '09:30', route: 'sublingual', outcome: 'completed' }],
    calls: [{ day: -12, at: '16:00', closingNote: 'Left it open. He would like to be asked, not chased.' }],
    replies: [
      { afterMinutes: 240, words: 'Not sure yet.', checkIns: { ease: 3 } },
      null,
      null,
      null,
      null,
      null,
    ],
  },
  {
    name: 'Imani Osei',
    pronouns: 'she/her',
    email: 'imani.osei@post.example',
    phone: '+1 212 555 0103',
    timeZone: 'America/New_York',
    addedOn: { day: -9, at: '10:00' },
    sessions: [
      { day: -7, at: '13:00', route: 'iv', outcome: 'completed' },
      { day: -1, at: '13:00', route: 'iv', outcome: 'planned' },
    ],
    calls: [{ day: 3, at: '09:00' }],
    replies: [
      { afterMinutes: 15, words: 'Courage, the small kind.', checkIns: { ease: 3, energy: 3 } },
      {
        afterMinutes: 90,
        words: 'It frightened me a little and I am glad I went. Both.',
        checkIns: { ease: 3, sleep: 3 },
        chips: ['C7'],
      },
      { afterMinutes: 25, words: 'A door. Always the same door.', checkIns: { ease: 4, energy: 3 } },
    ],
  },
  {
    name: 'June Abara',
    pronouns: 'she/her',
    email: 'june.abara@post.example',
    phone: '+1 541 555 0171',
    timeZone: 'America/Los_Angeles',
    addedOn: { day: -5, at: '12:00' },
    sessions: [{ day: -2, at: '15:00', route: 'im', outcome: 'completed' }],
    calls: [{ day: 5, at: '11:00' }],
    replies: [
      { afterMinutes: 30, words: 'I would like to remember my own voice.', checkIns: { ease: 3, energy: 2 } },
    ],
    sendNextNow: true,
  },
];

export const HARROW_LANE_STORIES: readonly Story[] = [
  {
    name: 'Nadia Finch',
    email: 'nadia.finch@post.example',
    phone: '+44 20 7946 0112',
    timeZone: 'Europe/London',
    addedOn: { day: -8, at: '10:00' },
    sessions: [{ day: -4, at: '11:00', route: 'intranasal', outcome: 'completed' }],
    calls: [{ day: 2, at: '15:00' }],
    leftUnread: true,
    replies: [
      { afterMinutes: 45, words: 'Less noise.', checkIns: { ease: 2, energy: 2 } },
      {
        afterMinutes: 60,
        words: 'A slow river. I could hear my own steps.',
        checkIns: { ease: 4, sleep: 4 },
      },
    ],
  },
];

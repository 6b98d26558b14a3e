import type { Story } from '../story.types.js';

/** What happens with Rowan's words: what they star and leave alone, what their therapist makes of them. */
export const ROWAN_DEEDS: Pick<Story, 'clientDeeds' | 'staffDeeds'> = {
  clientDeeds: [
    {
      day: -21,
      at: '20:40',
      does: 'leaves',
      words:
        'My brother at nine, holding the screen door open for me. I haven’t said his name in a year. I only wanted it written somewhere.',
    },
    { day: -20, at: '20:10', does: 'asks-not-to-raise', line: 'I haven’t said his name in a year.' },
    {
      day: -16,
      at: '19:20',
      does: 'lets-show-back',
      line: 'A field, very wide, and nobody wanting anything from me.',
    },
    {
      day: -14,
      at: '19:05',
      does: 'leaves',
      words:
        'I said no to the Saturday shift. My voice shook and I said it anyway. Afterward I sat in the truck and waited for the guilt, and it came, but late.',
    },
    {
      day: -8,
      at: '19:40',
      does: 'leaves',
      words:
        'Mom called. The guilt thing started, the usual one. I noticed it about three sentences in instead of an hour later. I said I’d call back, put the phone down and stood in the garden. Then I did call back.',
    },
    { day: -7, at: '17:40', does: 'stars', line: 'Then I did call back.' },
    { day: -6, at: '18:35', does: 'logs-shift', trigger: 'family', response: 'noticed-during', chip: 'S2' },
    {
      day: -2,
      at: '08:50',
      does: 'leaves',
      words:
        'Confused today. Everyone at breakfast was normal and I felt wide open with nowhere to put it. I kept almost telling my sister and then talking about the weather.',
    },
    { day: -4, at: '12:15', does: 'logs-shift', trigger: 'work', response: 'paused', chip: 'S1' },
  ],
  staffDeeds: [
    { day: -27, at: '16:20', does: 'agrees-sign', words: 'I stop answering the phone' },
    { day: -27, at: '16:22', does: 'agrees-sign', words: 'the plants go' },
    {
      day: -17,
      at: '16:30',
      does: 'keeps-thread',
      name: 'The guilt when Mom calls',
      from: 'I heard myself apologize out loud to a voicemail.',
      scale: { low: 'It runs the call', high: 'It can stay in the room' },
    },
    {
      day: -17,
      at: '16:31',
      does: 'sets-stage',
      thread: 'The guilt when Mom calls',
      stage: 'insight',
      rests: ['I heard myself apologize out loud to a voicemail.'],
    },
    {
      day: -12,
      at: '16:40',
      does: 'sets-stage',
      thread: 'The guilt when Mom calls',
      stage: 'awareness',
      rests: ['waited for the guilt, and it came, but late'],
    },
    {
      day: -9,
      at: '11:24',
      does: 'checks-thread',
      thread: 'The guilt when Mom calls',
      fit: 'fits',
      words: 'Yes. That is what it is called.',
      rating: 4,
    },
    { day: -9, at: '11:25', does: 'shares-thread', thread: 'The guilt when Mom calls' },
    {
      day: -9,
      at: '11:28',
      does: 'keeps-thread',
      name: null,
      from: 'A hand on my back. I think it was mine.',
    },
    {
      day: -9,
      at: '11:30',
      does: 'keeps-thread',
      name: 'Enough',
      from: 'the word enough, which came back in the grocery store',
    },
    {
      day: -9,
      at: '11:31',
      does: 'sets-stage',
      thread: 'Enough',
      stage: 'insight',
      rests: ['the word enough, which came back in the grocery store of all places'],
    },
    {
      day: -6,
      at: '16:45',
      does: 'sets-stage',
      thread: 'The guilt when Mom calls',
      stage: 'choice',
      rests: ['I said I’d call back, put the phone down and stood in the garden. Then I did call back.'],
    },
    {
      day: -6,
      at: '16:46',
      does: 'highlights',
      quotes: ['I noticed it about three sentences in instead of an hour later.'],
      tags: ['S2'],
    },
    {
      day: -6,
      at: '16:50',
      does: 'notes',
      about: 'Then I did call back.',
      text: 'The pause came before the apology for once, and not after. They are proud of it and shy about being proud. My own wish to cheer: leave it at the door.',
    },
    {
      day: -2,
      at: '16:15',
      does: 'highlights',
      quotes: ['Like somebody turned down a radio I’d stopped hearing.'],
    },
    {
      day: -1,
      at: '16:40',
      does: 'brings',
      items: [
        { text: 'Begin with the garden, in their words.' },
        { text: 'Are the plants still the right early sign?' },
        { text: 'Dates for the three sessions that are left', done: true },
      ],
    },
  ],
};

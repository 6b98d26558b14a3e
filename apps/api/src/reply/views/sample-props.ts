import type { AnswerPageProps, FrameProps } from './props.js';

/** Invented people and a 555 number, for the specs of the views. */
export const sampleFrame: FrameProps = {
  clinicName: 'Fernhollow Integration',
  reader: 'Maren',
  help: {
    countries: [
      {
        country: 'United States',
        crisisLine: { label: 'Call or text 988', number: '988', note: 'Free, any hour, any reason. US.' },
        emergencyNumber: '911',
      },
    ],
    callMe: {
      action: '/r/p/1',
      nonce: 'nonce-1',
      note: 'Today if you ask before 5 pm, or the next working day',
    },
    clinicPhone: '208 555 0142',
    clinicHoursText: 'Weekdays, 9 am to 7 pm Mountain time',
    otherContact: null,
  },
  assets: {
    stylesheet: '/r/assets/client.css',
    script: '/r/assets/autosave.js',
    fonts: ['/r/assets/figtree-latin-wght-normal.woff2', '/r/assets/source-serif-4-latin-400-normal.woff2'],
  },
  locale: 'en-US',
  whoReads: '/r/p/1/who-reads',
};

export const sampleAnswer: AnswerPageProps = {
  frame: sampleFrame,
  form: { action: '/r/p/1', nonce: 'nonce-1' },
  firstName: 'Rowan',
  lastReadOn: null,
  question: 'When did you last catch an old loop a little earlier than usual?',
  hint: 'It can be very small: a tone of voice, a pause on the stairs. There is no right answer, and you can skip any part.',
  words: 'Tuesday, in the queue at the pharmacy. I could feel the “I’m in everyone’s way” thing start up and',
  checkIns: [{ kind: 'ease', chosen: 4 }],
  chips: [],
  reading: 'Maren plans to read this before your call on Tuesday 10 November.',
  state: { kind: 'saved', time: '8:47 am' },
  notNow: [
    { act: 'tonight', when: 'about 7:00 pm' },
    { act: 'tomorrow', when: 'about 8:30 am' },
    { act: 'skip', when: null },
  ],
  problem: null,
};

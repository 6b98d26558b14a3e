import type { ProcessNoteView, ReaderReflectionView } from '../src/api-client/calls-threads.js';
import type { ReflectionView } from '../src/api-client/views.js';
import { problem, type Route } from './mock-accounts.js';
import { clients, MAREN, NOW, reflections } from './mock-clients.js';
import { list } from './mock-staff.js';

/** What was drawn on and beside the reflections of the mock; it forgets when the server stops. */
const sent = (
  id: string,
  clientId: string,
  sentAt: string,
  localText: string,
  words: string,
  more: Partial<ReflectionView> = {},
): ReflectionView => ({
  ...(reflections[0] as ReflectionView),
  id,
  clientId,
  promptId: null,
  title: 'How was this week?',
  question: 'How was this week?',
  sentAt,
  localText,
  dayNumber: null,
  words,
  chips: [],
  ...more,
});
const read = { readAt: '2026-10-26T16:10:00Z', byName: MAREN.name, byMe: true };
const span = (words: string, part: string) => {
  const from = words.indexOf(part);
  return { from, to: from + part.length };
};

const others: ReflectionView[] = [
  sent(
    'o1',
    'priya',
    '2026-10-26T03:10:00Z',
    'Sun 25 Oct, 9:10 pm',
    'Sunday came and I did not dread it. I noticed that only at lunch, over the garden wall with my neighbor.',
  ),
  sent('o2', 'teodor', '2026-10-27T14:50:00Z', 'Tue 27 Oct, 8:50 am', '', {
    title: 'The last two weeks',
    question: null,
    checkIns: { ease: null, energy: null, sleep: null, crowded: null },
    measure: {
      code: 'gad-7',
      title: 'GAD-7',
      total: 14,
      bandLabel: 'Moderate',
      change: { points: 5, isReliable: true },
      label: 'mid-series',
      items: [
        { text: 'Feeling nervous, anxious or on edge', answer: 'Nearly every day' },
        { text: 'Not being able to stop or control worrying', answer: 'More than half the days' },
        { text: 'Trouble relaxing', answer: 'Several days' },
      ],
    },
  }),
  sent('o3', 'imani', '2026-10-25T12:00:00Z', 'Sun 25 Oct, 8:00 am', '', {
    title: null,
    question: null,
    withdrawn: { at: '2026-10-25T18:00:00Z' },
  }),
  sent('o4', 'imani', '2026-10-24T22:00:00Z', 'Sat 24 Oct, 6:00 pm', '', {
    title: null,
    question: null,
    shift: {
      triggerLabel: 'Family',
      responseLabel: 'I took a pause',
      chipLabel: 'I took a pause before I acted',
    },
    safetySigns: ['Little sleep, and a racing mind'],
    checkIns: { ease: 2, energy: null, sleep: 1, crowded: null },
  }),
];
let noteCount = 1;

/** A few of Rowan's are read and marked, so that the screens show it. */
function draw(): void {
  const [first, second, third] = reflections;
  if (!first || !second || !third) return;
  Object.assign(first, {
    reading: read,
    marks: { version: 1, highlights: [span(first.words, 'I’m already worried I’ll lose it.')], tags: [] },
    wishes: { starred: [span(first.words, 'I cried in the car and it wasn’t sad.')], dontRaise: false },
    threads: [{ threadId: 'th-3', name: null }],
  });
  Object.assign(second, { wishes: { starred: [], dontRaise: true } });
  Object.assign(third, {
    reading: read,
    marks: {
      version: 3,
      highlights: [span(third.words, 'I noticed it about three sentences in instead of an hour later.')],
      tags: [{ code: 'S2', label: 'I saw an old loop sooner' }],
    },
    others: [
      {
        byInitials: 'DR',
        highlights: [span(third.words, 'put the phone down and stood in the garden.')],
        tags: [{ code: 'C5', label: 'Something moved, and I don’t know what to do with it' }],
      },
    ],
    notes: [
      {
        id: 'n-1',
        version: 1,
        reflectionId: third.id,
        text: 'Ask what the garden felt like before asking what it means.',
        writtenAt: '2026-10-26T16:12:00Z',
      },
    ],
    threads: [{ threadId: 'th-1', name: 'Guilt with Mum' }],
  });
}
draw();

const every = () => [...reflections, ...others].toSorted((a, b) => b.sentAt.localeCompare(a.sentAt));
const withClient = (reflection: ReflectionView): ReaderReflectionView => {
  const client = clients.find(({ id }) => id === reflection.clientId);
  return { ...reflection, client: { id: reflection.clientId, name: client?.name ?? '' } };
};
const find = (id = '') => every().find((each) => each.id === id);
const noteOf = (id = '') => {
  const of = every().find(({ notes }) => notes.some((note) => note.id === id));
  return of && { of, note: of.notes.find((note) => note.id === id) as ProcessNoteView };
};
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export const routes: Route[] = [
  ['GET', /^\/reflections$/, () => list(every().map(withClient))],
  [
    'POST',
    /^\/reflections\/search$/,
    (_, { q }) =>
      list(
        every()
          .filter(({ words }) => plain(words).includes(plain(String(q))))
          .map((reflection) => {
            const from = plain(reflection.words).indexOf(plain(String(q)));
            return {
              reflection,
              client: withClient(reflection).client,
              matches: [{ from, to: from + String(q).length }],
            };
          }),
      ),
  ],
  [
    'PUT',
    /^\/reflections\/([^/]+)\/marks$/,
    ([id], { version, highlights, tags }) => {
      const found = find(id);
      if (!found) return problem(404, 'not-found');
      if (!found.reading?.byMe) return problem(409, 'not-read');
      if (found.marks.version !== version) return problem(409, 'conflict-version');
      found.marks = {
        version: found.marks.version + 1,
        highlights: highlights as ReflectionView['marks']['highlights'],
        tags: (tags as string[]).map((code) => ({ code, label: code })),
      };
      return [200, found];
    },
  ],
  [
    'POST',
    /^\/clients\/([^/]+)\/process-notes$/,
    (_, { text, reflectionId }) => {
      noteCount += 1;
      const note: ProcessNoteView = {
        id: `n-${noteCount}`,
        version: 1,
        reflectionId: String(reflectionId),
        text: String(text),
        writtenAt: NOW,
      };
      find(String(reflectionId))?.notes.push(note);
      return [201, note];
    },
  ],
  [
    'PUT',
    /^\/process-notes\/([^/]+)$/,
    ([id], { text }) => {
      const found = noteOf(id);
      if (!found) return problem(404, 'not-found');
      return [200, Object.assign(found.note, { text, version: found.note.version + 1 })];
    },
  ],
  [
    'DELETE',
    /^\/process-notes\/([^/]+)$/,
    ([id]) => {
      const found = noteOf(id);
      if (!found) return problem(404, 'not-found');
      found.of.notes = found.of.notes.filter((note) => note !== found.note);
      return [204];
    },
  ],
];

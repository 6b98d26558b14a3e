import type { BriefView } from '../src/api-client/views.js';
import { brief } from './mock-brief.js';
import { NOW } from './mock-clients.js';

const SENTENCES = [
  'Relief first, mostly, like somebody turned down a radio I had stopped hearing.',
  'Everyone at breakfast was normal and I felt wide open with nowhere to put it.',
  'I kept almost telling my sister and then talking about the weather.',
  'I put the phone down, stood in the garden, and looked at the beans.',
  'Work is loud again and I can feel the motivation leaking out.',
  'There was a moment on the stairs when I could have snapped and didn’t.',
];
const WORDS = SENTENCES.flatMap((sentence) => sentence.split(' '));
const said = (nth: number, count: number) =>
  Array.from({ length: count }, (_, i) => WORDS[(nth * 29 + i) % WORDS.length]).join(' ');

/** The same brief of somebody who wrote more: so many reflections of so many words. */
function longer(name: string, id: string, count: number, words: number): BriefView {
  const reflections = Array.from({ length: count }, (_, nth) => ({
    ...brief.reflections[nth % 4],
    id: `${id}-${nth}`,
    words: said(nth, words),
  })) as BriefView['reflections'];
  const aPage = Math.max(1, Math.floor(900 / words));
  const pages = Array.from({ length: Math.ceil(count / aPage) }, (_, page) => {
    const reflectionIds = reflections.slice(page * aPage, (page + 1) * aPage).map((each) => each.id);
    return { reflectionIds, words: reflectionIds.length * words };
  });
  const appointment = { ...brief.appointment, id: `ap-${id}`, clientId: id };
  return { ...brief, appointment, client: { ...brief.client, id, name }, reflections, pages };
}

const nothingNew: BriefView = {
  ...longer('June Abara', 'june', 0, 1),
  starred: [],
  dontRaise: [],
  threadsMoved: [],
  challenges: [],
  nothingNewSince: '2026-10-13T17:30:00Z',
};

/** Today's, from the shortest to one that is longer than a page. */
export const briefsToday: BriefView[] = [
  { ...brief, printedBy: { ...brief.printedBy, at: NOW } },
  longer('Priya Sethi', 'priya', 10, 90),
  longer('Imani Osei', 'imani', 12, 208),
  longer('Marcus Bell', 'marcus', 1, 3_000),
  nothingNew,
];

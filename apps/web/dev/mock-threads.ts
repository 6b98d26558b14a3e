import type { EarlySignView, QuotedSpan, StageView } from '../src/api-client/calls-threads.js';
import type { ThreadView } from '../src/api-client/views.js';
import { problem, type Answer, type Route } from './mock-accounts.js';
import { MAREN, reflections } from './mock-clients.js';
import { list } from './mock-staff.js';

/** Threads and early signs of one invented client; it forgets when the server stops. */
const quote = (id: string, part: string) => {
  const from = reflections.find((each) => each.id === id)?.words.indexOf(part) ?? 0;
  return {
    reflectionId: id,
    from,
    to: from + part.length,
    quote: part,
    sentAt: reflections.find((each) => each.id === id)?.sentAt ?? '',
  };
};
const stage = (
  id: string,
  of: StageView['stage'],
  setAt: string,
  evidence: StageView['evidence'],
  by = MAREN.name,
): StageView => ({
  id,
  stage: of,
  setAt,
  setByName: by,
  setByInitials: by
    .split(' ')
    .map((word) => word[0])
    .join(''),
  evidence,
});
const thread = (id: string, name: string | null, more: Partial<ThreadView>): ThreadView => ({
  id,
  version: 1,
  name,
  createdAt: '2026-09-20T16:00:00Z',
  createdByName: MAREN.name,
  sharedAt: null,
  archivedAt: null,
  origin: null,
  scale: null,
  stage: more.history?.at(-1) ?? null,
  history: [],
  checks: [],
  ...more,
});

const threads: ThreadView[] = [
  thread('th-1', 'Guilt with Mum', {
    scale: { low: 'it runs me', high: 'I can hold it' },
    sharedAt: '2026-10-01T16:00:00Z',
    history: [
      stage('s1', 'insight', '2026-09-24T16:00:00Z', [quote('r1', 'Relief, mostly.')]),
      stage('s2', 'awareness', '2026-10-08T16:00:00Z', [quote('r2', 'Confused today.')]),
      stage('s3', 'choice', '2026-10-26T16:20:00Z', [
        quote('r3', 'I noticed it about three sentences in instead of an hour later.'),
        quote('r3', 'Then I did call back.'),
      ]),
    ],
    checks: [
      { at: '2026-09-25T16:00:00Z', via: 'review', fit: null, words: '', rating: 3, recordedByName: null },
      { at: '2026-10-02T16:00:00Z', via: 'review', fit: 'fits', words: '', rating: 4, recordedByName: null },
      { at: '2026-10-09T16:00:00Z', via: 'review', fit: null, words: '', rating: null, recordedByName: null },
      { at: '2026-10-16T16:00:00Z', via: 'review', fit: 'fits', words: '', rating: 6, recordedByName: null },
      {
        at: '2026-10-23T16:00:00Z',
        via: 'call',
        fit: 'not-quite',
        words: 'It is less guilt than being afraid she is alone.',
        rating: 5,
        recordedByName: MAREN.name,
      },
    ],
  }),
  thread('th-2', 'Saying it out loud', {
    history: [
      stage(
        's4',
        'awareness',
        '2026-10-24T18:00:00Z',
        [quote('r2', 'I kept almost telling my sister and then talking about the weather.')],
        'Dana Reyes',
      ),
    ],
  }),
  thread('th-3', null, { createdByName: null, origin: { reflectionId: 'r1' } }),
  thread('th-4', 'The radio turned down', {
    history: [
      stage('s5', 'insight', '2026-10-23T18:00:00Z', [{ ...quote('r1', 'Relief, mostly.'), quote: null }]),
    ],
  }),
  thread('th-5', 'Late nights', { archivedAt: '2026-10-12T16:00:00Z' }),
];
const signs: EarlySignView[] = [
  {
    id: 'es-1',
    version: 1,
    words: 'I stop answering my sister',
    reflectionId: 'r2',
    standsAlone: false,
    agreedAt: '2026-09-22T16:00:00Z',
    agreedByName: MAREN.name,
    retiredAt: null,
    withdrawnAt: null,
  },
  {
    id: 'es-2',
    version: 2,
    words: 'Cleaning at night',
    reflectionId: null,
    standsAlone: true,
    agreedAt: '2026-09-22T16:00:00Z',
    agreedByName: MAREN.name,
    retiredAt: '2026-10-12T16:00:00Z',
    withdrawnAt: null,
  },
  {
    id: 'es-3',
    version: 2,
    words: '',
    reflectionId: 'r1',
    standsAlone: false,
    agreedAt: '2026-10-13T16:00:00Z',
    agreedByName: MAREN.name,
    retiredAt: '2026-10-25T16:00:00Z',
    withdrawnAt: '2026-10-25T16:00:00Z',
  },
];
const find = (id = '') => threads.find((each) => each.id === id);
const changed = (id: string | undefined, version: unknown, change: Partial<ThreadView>): Answer => {
  const found = find(id);
  if (!found) return problem(404, 'not-found');
  if (found.version !== version) return problem(409, 'conflict-version');
  return [200, Object.assign(found, change, { version: found.version + 1 })];
};
const ofRowan = (id: string | undefined, items: unknown[]): Answer => list(id === 'rowan' ? items : []);

export const routes: Route[] = [
  ['GET', /^\/clients\/([^/]+)\/threads$/, ([id]) => ofRowan(id, threads)],
  [
    'POST',
    /^\/clients\/([^/]+)\/threads$/,
    (_, { name, scale }) => {
      const made = thread(`th-${threads.length + 1}`, name as string | null, {
        scale: scale as ThreadView['scale'],
        createdAt: new Date().toISOString(),
      });
      threads.push(made);
      return [201, made];
    },
  ],
  [
    'PATCH',
    /^\/threads\/([^/]+)$/,
    ([id], { version, shared, ...rest }) =>
      changed(id, version, {
        ...rest,
        ...(shared !== undefined && { sharedAt: shared ? new Date().toISOString() : null }),
      }),
  ],
  [
    'POST',
    /^\/threads\/([^/]+)\/(archiving|restoration)$/,
    ([id, what], { version }) =>
      changed(id, version, { archivedAt: what === 'archiving' ? new Date().toISOString() : null }),
  ],
  [
    'POST',
    /^\/threads\/([^/]+)\/stages$/,
    ([id], { version, stage: to, evidence }) => {
      const spans = evidence as QuotedSpan[];
      if (spans.length === 0) return problem(422, 'invalid');
      const set = stage(
        `s-${Date.now()}`,
        to as StageView['stage'],
        new Date().toISOString(),
        spans.map((each) => ({
          ...each,
          sentAt: reflections.find((one) => one.id === each.reflectionId)?.sentAt ?? '',
        })),
      );
      const [, found] = changed(id, version, { stage: set, history: [...(find(id)?.history ?? []), set] });
      return [201, found];
    },
  ],
  [
    'DELETE',
    /^\/threads\/([^/]+)\/stages\/([^/]+)$/,
    ([id, stageId]) => {
      const history = find(id)?.history.filter((each) => each.id !== stageId) ?? [];
      return changed(id, find(id)?.version, { history, stage: history.at(-1) ?? null });
    },
  ],
  [
    'POST',
    /^\/threads\/([^/]+)\/checks$/,
    ([id], { fit, words, rating }) => {
      const found = find(id);
      found?.checks.push({
        at: new Date().toISOString(),
        via: 'call',
        fit: fit as 'fits',
        words: String(words),
        rating: (rating as number | undefined) ?? null,
        recordedByName: MAREN.name,
      });
      return [201, found];
    },
  ],
  [
    'GET',
    /^\/clients\/([^/]+)\/thread-suggestions$/,
    ([id]) =>
      ofRowan(id, [{ phrase: 'in the garden', uses: ['r1', 'r2', 'r3'].map((each) => quote(each, 'I')) }]),
  ],
  ['GET', /^\/clients\/([^/]+)\/early-signs$/, ([id]) => ofRowan(id, signs)],
  [
    'POST',
    /^\/clients\/([^/]+)\/early-signs$/,
    (_, { words, reflectionId, standsAlone }) => {
      const made = {
        ...(signs[0] as EarlySignView),
        id: `es-${signs.length + 1}`,
        words: String(words),
        reflectionId: (reflectionId as string | undefined) ?? null,
        standsAlone: !reflectionId || standsAlone === true,
        agreedAt: new Date().toISOString(),
      };
      signs.push(made);
      return [201, made];
    },
  ],
  [
    'POST',
    /^\/early-signs\/([^/]+)\/retirement$/,
    ([id]) => [
      200,
      Object.assign(signs.find((each) => each.id === id) ?? {}, { retiredAt: new Date().toISOString() }),
    ],
  ],
];

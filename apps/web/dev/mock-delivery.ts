import type { SenderView } from '../src/api-client/calls-delivery.js';
import type { ClientMailingView, DeliveryKind } from '../src/api-client/mailing.types.js';
import type { ClientView, TodayView } from '../src/api-client/views.js';
import { problem, stepUp, type Answer, type Route } from './mock-accounts.js';
import { clients } from './mock-clients.js';
import { today } from './mock-day.js';
import { ago, find, list } from './mock-staff.js';

/** What clients chose, what went out, who it comes from. Invented, and it forgets when the server stops. */
const DAY = 60 * 24;
const consent = {
  textVersion: 1,
  givenAt: ago(50 * DAY),
  how: 'with-staff' as const,
  recordedByName: 'Maren Okoye',
};
const asked: Record<string, Partial<ClientView>> = {
  rowan: { consent, mailboxShared: true, passphraseSet: true },
  imani: { consent: { ...consent, how: 'by-link', recordedByName: null }, mailboxShared: false },
  june: { consent, suppressed: { at: ago(2 * DAY), why: 'bounced' } },
  marcus: { consent: null, emailConsent: null, stoppedAt: ago(9 * DAY) },
  priya: { consent, rest: { from: ago(3 * DAY), until: ago(-4 * DAY), by: 'client' }, mailboxShared: false },
  teodor: { consent: null, emailConsent: null },
};
for (const client of clients) Object.assign(client, asked[client.id]);

const mailing = (id: string, more: Partial<ClientMailingView>): ClientMailingView => ({
  id,
  kind: 'first',
  promptId: `p-${id}`,
  promptTitle: 'An everyday moment',
  status: 'sent',
  at: ago(DAY),
  code: null,
  events: [],
  ...more,
});
const event = (id: string, kind: DeliveryKind, statusCode: string | null) => ({
  id,
  kind,
  statusCode,
  at: ago(2 * DAY),
  settledAt: null as string | null,
});
const mailings: ClientMailingView[] = [
  mailing('m9', { at: ago(-300), status: 'scheduled', promptTitle: 'Anything to know before we talk?' }),
  mailing('m8', { status: 'unknown', promptTitle: 'Looking back, gently' }),
  mailing('m7', { events: [event('e1', 'bounced', '5.1.1')], at: ago(2 * DAY + 20) }),
  mailing('m6', { events: [event('e2', 'bounced-for-now', '4.2.2')], kind: 'nudge', at: ago(4 * DAY) }),
  mailing('m5', { events: [event('e3', 'complained', null)], at: ago(5 * DAY) }),
  mailing('m4', { status: 'failed', code: '550 5.7.1', at: ago(7 * DAY) }),
  mailing('m3', { kind: 'rest_over', promptId: null, promptTitle: null, at: ago(9 * DAY) }),
  mailing('m2', { status: 'withdrawn', kind: 'nudge', at: ago(10 * DAY) }),
  mailing('m1', { events: [event('e4', 'delayed', '4.4.1')], at: ago(12 * DAY) }),
];
const sender: SenderView = {
  version: 0,
  fromName: 'Fernhollow',
  replyTo: '',
  verifiedAt: null,
  address: 'care@throughline.example',
};

function become(id: string | undefined, more: object, status = 200): Answer {
  const client = find(clients, id);
  if (!client) return problem(404, 'not-found');
  return [status, Object.assign(client, more, { version: client.version + 1 })];
}
const HOURS = { 'three-days': 72, week: 168, 'next-call': 300, open: 0 } as const;
const restOf = (length: keyof typeof HOURS) => ({
  rest: { from: ago(0), until: HOURS[length] ? ago(-HOURS[length] * 60) : null, by: 'clinic' },
});

export const routes: Route[] = [
  ['POST', /^\/clients\/([^/]+)\/rest$/, ([id], { length }) => become(id, restOf(length as 'week'), 201)],
  ['DELETE', /^\/clients\/([^/]+)\/rest$/, ([id]) => become(id, { rest: null })],
  ['POST', /^\/clients\/([^/]+)\/opt-in$/, () => [202, {}]],
  [
    'POST',
    /^\/clients\/([^/]+)\/passphrase-reset$/,
    ([id]) => stepUp(() => become(id, { passphraseSet: false }, 201)),
  ],
  ['POST', /^\/clients\/([^/]+)\/suppression-lifting$/, ([id]) => become(id, { suppressed: null }, 201)],
  ['GET', /^\/clients\/([^/]+)\/mailings$/, ([id]) => list(id === 'teodor' ? [] : mailings)],
  [
    'POST',
    /^\/delivery-events\/([^/]+)\/settling$/,
    ([id]) => {
      const found = mailings.flatMap((each) => each.events).find((each) => each.id === id);
      return [201, Object.assign(found ?? {}, { settledAt: ago(0) })];
    },
  ],
  [
    'POST',
    /^\/prompts\/([^/]+)\/delivery-confirmation$/,
    ([id]) => [201, Object.assign(mailings.find((each) => each.promptId === id) ?? {}, { status: 'sent' })],
  ],
  ['GET', /^\/clinic\/sender$/, () => [200, sender]],
  [
    'PUT',
    /^\/clinic\/sender$/,
    (_, { fromName, replyTo }) => [
      200,
      Object.assign(sender, { fromName, replyTo, version: sender.version + 1, verifiedAt: null }),
    ],
  ],
  [
    'POST',
    /^\/clinic\/sender\/verification$/,
    () => (Object.assign(sender, { verifiedAt: ago(1) }), [202, {}]),
  ],
  ['POST', /^\/clinic\/test-mail$/, () => [202, {}]],
  [
    'POST',
    /^\/clinic-senders\/confirmation$/,
    (_, { token }) => (token === 'good' ? [204] : problem(404, 'link-ended')),
  ],
  [
    'POST',
    /^\/clients\/([^/]+)\/plans$/,
    () =>
      problem(409, 'clinic-not-ready', [
        { field: 'reading-days', code: 'missing', params: {}, message: '' },
        { field: 'sender', code: 'missing', params: {}, message: '' },
      ]),
  ],
];

type Task = TodayView['deliveryTasks'][number];
const came = (status: Task['status'], name: string, title: string | null): Task => ({
  promptId: null,
  eventId: `${status}-${name}`,
  client: { id: name.split(' ')[0]?.toLowerCase() ?? '', name },
  title,
  status,
  at: '2026-10-27T15:40:00Z',
});
today.deliveryTasks.push(
  came('bounced', 'June Abara', 'An everyday moment'),
  came('complained', 'Marcus Bell', 'The pause'),
  came('soft-bounced', 'Priya Sethi', null),
);

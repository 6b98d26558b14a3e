import type {
  ClientMailingView,
  DeliveryEventView,
  DeliveryKind,
} from '../../../api-client/mailing.types.js';

/** What became of an e-mail: what a mail server said about it later goes before what we know of its sending. */
export type Outcome = ClientMailingView['status'] | DeliveryKind;

const WORST_FIRST: readonly DeliveryKind[] = ['complained', 'bounced', 'bounced-for-now', 'delayed'];

export const outcomeOf = (mailing: Pick<ClientMailingView, 'status' | 'events'>): Outcome =>
  eventFor(mailing.events)?.kind ?? mailing.status;

/** The event that says most, of several about one e-mail; the newest of its kind. */
export function eventFor(events: readonly DeliveryEventView[]): DeliveryEventView | null {
  const kind = WORST_FIRST.find((each) => events.some((event) => event.kind === each));
  return (
    events
      .filter((event) => event.kind === kind)
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .at(0) ?? null
  );
}

/** What nobody has seen to yet. That a mail is still under way needs nobody. */
export const openEvents = (events: readonly DeliveryEventView[]): DeliveryEventView[] =>
  events.filter(({ kind, settledAt }) => kind !== 'delayed' && !settledAt);

export type Reason =
  | 'no-mailbox'
  | 'no-place'
  | 'moved'
  | 'closed'
  | 'full'
  | 'too-large'
  | 'away'
  | 'waited'
  | 'refused'
  | 'other';

/** Subject and detail of an enhanced status code, RFC 3463 and the registry it began. */
const REASONS: Readonly<Record<string, Reason>> = {
  '1.1': 'no-mailbox',
  '1.2': 'no-place',
  '1.3': 'no-mailbox',
  '1.6': 'moved',
  '1.10': 'no-place',
  '2.1': 'closed',
  '2.2': 'full',
  '2.3': 'too-large',
  '3.4': 'too-large',
  '4.1': 'away',
  '4.2': 'away',
  '4.3': 'away',
  '4.4': 'away',
  '4.7': 'waited',
};

/** Of `5.1.1`, `550 5.1.1` or `421`; null where there is no code at all. */
export function reasonOf(code: string | null): Reason | null {
  if (!code) return null;
  const [, subject = '', detail = ''] = /\b[245]\.(\d{1,3})\.(\d{1,3})\b/.exec(code) ?? [];
  // Policy and trust: the mailbox may well be there.
  if (subject === '7') return 'refused';
  return REASONS[`${subject}.${detail}`] ?? 'other';
}

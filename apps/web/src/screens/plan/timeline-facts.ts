import type { AppointmentView, ClientView, KetamineSessionView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { dateOn, day as dayOf, dayAndClock, shortDate } from '../../when.js';
import { say } from '../../words-plan.js';
import { dayBetween, isUnsent, type PlanRow } from './plan-rows.js';
import { statusWords } from './status-words.js';
import { clockChanges, type TimelineLayout, type TimelineMark } from './timeline-layout.js';

export interface Around {
  client: ClientView;
  sessions: readonly KetamineSessionView[];
  calls: readonly AppointmentView[];
  anchorAt: string;
  now: string;
}

const DAY_MS = 86_400_000;
const WEEK = 7;
/** So long after its session a plan is looked at from today, not from the session. */
const LONG_DAYS = 56;
const LOOK_BACK_DAYS = 28;

/** The day on which the timeline begins at the earliest. */
export const startOf = (anchorAt: string, now: string, timeZone: string): number => {
  const today = dayBetween(anchorAt, now, timeZone);
  return today > LONG_DAYS ? today - LOOK_BACK_DAYS : -WEEK;
};

/** Sessions, calls, today and clock changes between the ends that the prompts give it. */
export function marksAround(rows: readonly PlanRow[], around: Around): TimelineMark[] {
  const { client, sessions, calls, anchorAt, now } = around;
  const zone = client.timeZone;
  const isFromAnchor = startOf(anchorAt, now, zone) <= 0;
  const starts = [...(isFromAnchor ? [anchorAt] : [now]), ...rows.map(({ sendAt }) => sendAt)].sort();
  const from = starts[0] ?? anchorAt;
  const to = [...starts, now].sort().at(-1) ?? now;
  const isWithin = (at: string) => at >= laterBy(from, -1) && at <= laterBy(to, WEEK);
  return [
    ...sessions
      .filter(({ status, heldAt }) => (status === 'completed' || status === 'planned') && isWithin(heldAt))
      .map((each) => ({
        kind: 'session' as const,
        at: each.heldAt,
        label: say('planner.markSession', { number: each.numberInSeries }),
      })),
    ...calls
      .filter(({ status, startsAt }) => status === 'booked' && isWithin(startsAt))
      .map(({ startsAt }) => ({
        kind: 'call' as const,
        at: startsAt,
        label: say('planner.markCall', { day: shortDate(dateOn(startsAt, zone)) }),
        short: say('planner.markCallToo'),
      })),
    ...(now >= from && now <= laterBy(to, WEEK)
      ? [{ kind: 'today' as const, at: now, label: say('planner.markToday') }]
      : []),
    ...clockChanges(from, to, zone).map(({ at, back }) => ({
      kind: 'clock' as const,
      at,
      label: say(back ? 'planner.markClockBack' : 'planner.markClockForward'),
    })),
  ];
}

const laterBy = (at: string, days: number) => new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** The whole timeline in a few sentences, for who does not see it. */
export function timelineSentence(
  rows: readonly PlanRow[],
  marks: readonly TimelineMark[],
  layout: TimelineLayout,
  { client, anchorAt }: Around,
): string {
  const zone = client.timeZone;
  const sent = rows.filter((row) => !isUnsent(row) && row.sentAt !== null);
  const toCome = rows.filter((row) => isUnsent(row) && row.change !== 'removed');
  const days = [...new Set(toCome.map(({ day, ahead }) => (day ?? 0) + ahead))];
  const on = (kind: TimelineMark['kind']) => marks.filter((mark) => mark.kind === kind);
  const today = on('today')[0];
  const calls = on('call');
  return [
    say('planner.sentenceSpan', { from: layout.firstDay, to: layout.lastDay }),
    on('session').some(({ at }) => at === anchorAt) &&
      say('planner.sentenceSession', { day: dayOf(anchorAt, zone) }),
    say('planner.sentenceSent', {
      n: sent.length,
      answered: sent.filter(({ status }) => status === 'answered').length,
    }),
    today && say('planner.sentenceToday', { day: dayOfX(layout, layout.todayX) }),
    say('planner.sentenceToCome', { n: days.length && toCome.length, days: listed(days.map(String)) }),
    calls.length > 0 &&
      say('planner.sentenceCalls', {
        n: calls.length,
        days: listed(calls.map(({ at }) => dayOf(at, zone))),
      }),
    ...clockChangeSentences(marks, zone),
  ]
    .filter(Boolean)
    .join(' ');
}

const clockChangeSentences = (marks: readonly TimelineMark[], zone: string): string[] =>
  marks
    .filter(({ kind }) => kind === 'clock')
    .map(({ at, label }) =>
      label === say('planner.markClockBack')
        ? say('planner.sentenceBack', { day: dayOf(at, zone) })
        : say('planner.sentenceForward', { day: dayOf(at, zone) }),
    );

const dayOfX = (layout: TimelineLayout, x: number | null): number =>
  layout.ticks.find((tick) => tick.x === x)?.day ?? 0;

const listed = (words: string[]) => new Intl.ListFormat('en-US').format(words);

/** What a node says when it is reached. */
export const nodeWords = (row: PlanRow, client: ClientView, here: string): string =>
  say('planner.node', {
    number: row.number,
    title: row.title,
    day: (row.day ?? 0) + row.ahead,
    time: row.localText || dayAndClock(row.sendAt, client.timeZone),
    name: firstName(client.name),
    status: statusWords(row, here),
  });

import { Temporal } from 'temporal-polyfill';
import { localDate } from '@app/platform/clock/local-days.rules.js';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import { type BriefPage, briefPages } from './brief-pages.rules.js';
import { type CheckInChart, checkInChart, type CheckIns } from './check-in-chart.rules.js';
import { secondsFor } from './reading-time.rules.js';

/** A reflection as the brief arranges it. One that was taken back has no words, taps or wishes left. */
export interface BriefReflection {
  id: string;
  sentAt: Temporal.Instant;
  isSinceLastCall: boolean;
  title: string | null;
  dayNumber: number | null;
  words: string;
  checkIns: CheckIns;
  /** What the client chose, and the shift they logged. */
  chips: readonly { code: string; label: string }[];
  /** Lines for the next call, verbatim, in the order of the text. */
  starred: readonly { quote: string; at: Temporal.Instant }[];
  dontRaise: boolean;
  /** It answers what should not be missed on the call. */
  isForTheCall: boolean;
}

export interface BriefFacts<R extends BriefReflection> {
  timeZone: string;
  lastCallAt: Temporal.Instant | null;
  sessionsHeldAt: readonly Temporal.Instant[];
  reflections: readonly R[];
}

export interface ArrangedBrief<R extends BriefReflection> {
  starred: { reflectionId: string; quote: string; sentAt: string }[];
  wantsToTalkAbout: { reflectionId: string; quote: string }[];
  dontRaise: { reflectionId: string; title: string | null; sentAt: string }[];
  reflections: R[];
  pages: BriefPage[];
  readingSeconds: number;
  shifts: { code: string; label: string; count: number; reflectionIds: string[] }[];
  challenges: { code: string; label: string; days: number[]; reflectionIds: string[] }[];
  checkIns: CheckInChart;
  nothingNewSince: Temporal.Instant | null;
}

/** Puts what was read into the order of the brief. Selects, orders, counts; adds no word of its own. */
export function arrangeBrief<R extends BriefReflection>(
  facts: BriefFacts<R>,
  now: Temporal.Instant,
): ArrangedBrief<R> {
  const { timeZone, lastCallAt } = facts;
  const oldestFirst = [...facts.reflections].sort(
    (a, b) => Temporal.Instant.compare(a.sentAt, b.sentAt) || (a.id < b.id ? -1 : 1),
  );
  const since = oldestFirst.filter((one) => one.isSinceLastCall);
  const dateOf = (instant: Temporal.Instant) => localDate(instant, timeZone);
  const chosen = chosenIn(since);
  const pages = briefPages(since);
  return {
    starred: starredSince(oldestFirst, lastCallAt),
    wantsToTalkAbout: since
      .filter((one) => one.isForTheCall && !one.dontRaise && one.words.trim() !== '')
      .map(({ id, words }) => ({ reflectionId: id, quote: words })),
    dontRaise: oldestFirst
      .filter((one) => one.dontRaise)
      .map(({ id, title, sentAt }) => ({ reflectionId: id, title, sentAt: sentAt.toString() })),
    reflections: since,
    pages,
    readingSeconds: secondsFor(pages.reduce((sum, { words }) => sum + words, 0)),
    shifts: chosen
      .filter(({ code }) => isShift(code))
      .map(({ code, label, reflectionIds }) => ({ code, label, count: reflectionIds.length, reflectionIds })),
    challenges: chosen.filter(({ code }) => !isShift(code)),
    checkIns: checkInChart(
      oldestFirst
        .filter(hasTapped)
        .map((one) => ({ ...one.checkIns, on: dateOf(one.sentAt), reflectionId: one.id })),
      facts.sessionsHeldAt.map(dateOf),
      dateOf(now),
    ),
    nothingNewSince: since.length === 0 ? lastCallAt : null,
  };
}

/** The client's own choices in the order of the list, each with where, and the days it was chosen on. */
function chosenIn(reflections: readonly BriefReflection[]): ArrangedBrief<BriefReflection>['challenges'] {
  const chosen = new Map<string, ArrangedBrief<BriefReflection>['challenges'][number]>();
  for (const { id, chips, dayNumber } of reflections) {
    for (const { code, label } of chips) {
      const entry = chosen.get(code) ?? { code, label, days: [], reflectionIds: [] };
      if (dayNumber !== null && !entry.days.includes(dayNumber)) entry.days.push(dayNumber);
      if (!entry.reflectionIds.includes(id)) entry.reflectionIds.push(id);
      chosen.set(code, entry);
    }
  }
  return [...chosen.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The four everyday shifts have codes of their own. */
function isShift(code: string): boolean {
  return code.startsWith('S');
}

/** Starred for the call that is ahead; the first starred first. A line may be of something sent long ago. */
function starredSince(
  reflections: readonly BriefReflection[],
  lastCallAt: Temporal.Instant | null,
): ArrangedBrief<BriefReflection>['starred'] {
  return reflections
    .flatMap(({ id, sentAt, starred }) => starred.map((line) => ({ ...line, id, sentAt })))
    .filter(({ at }) => !lastCallAt || Temporal.Instant.compare(at, lastCallAt) > 0)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    .map(({ id, quote, sentAt }) => ({ reflectionId: id, quote, sentAt: sentAt.toString() }));
}

/** Dates are only worked out for what stands in the chart. */
function hasTapped({ checkIns }: BriefReflection): boolean {
  return Object.values(checkIns).some((step) => step !== null);
}

export type WhyUnanswered =
  'undelivered' | 'bounced' | 'unknown' | 'open' | 'skipped' | 'expired' | 'missed' | 'rested' | 'suppressed';

/** Why nothing came back for a prompt, as far as anybody knows. Silence is never worded as failure. */
export function whyUnanswered(
  status: PromptStatus,
  delivery: MailingStatus | 'bounced' | null,
): WhyUnanswered {
  if (delivery === 'bounced' && (status === 'sent' || status === 'expired')) return 'bounced';
  if (delivery === 'failed') return 'undelivered';
  if (delivery === 'unknown') return 'unknown';
  switch (status) {
    case 'skipped':
    case 'expired':
    case 'missed':
    case 'rested':
    case 'suppressed':
      return status;
    case 'scheduled':
    case 'sent':
    case 'answered':
    case 'cancelled':
    case 'withdrawn':
    case 'superseded':
      return 'open';
  }
}

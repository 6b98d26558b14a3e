import { Temporal } from 'temporal-polyfill';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import { type CheckInChart, checkInChart, type CheckIns } from './check-in-chart.rules.js';
import { readingSeconds } from './reading-time.rules.js';

/** A reflection as the brief arranges it. */
export interface BriefReflection {
  id: string;
  sentAt: Temporal.Instant;
  isSinceLastCall: boolean;
  dayNumber: number | null;
  words: string;
  checkIns: CheckIns;
  chips: readonly { code: string; label: string }[];
}

export interface BriefFacts<R extends BriefReflection> {
  timeZone: string;
  lastCallAt: Temporal.Instant | null;
  sessionsHeldAt: readonly Temporal.Instant[];
  reflections: readonly R[];
}

export interface ArrangedBrief<R extends BriefReflection> {
  reflections: R[];
  readingSeconds: number;
  checkIns: CheckInChart;
  challenges: { code: string; label: string; days: number[] }[];
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
  const dateOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    reflections: since,
    readingSeconds: readingSeconds(since.map((one) => one.words)),
    checkIns: checkInChart(
      oldestFirst.map((one) => ({ ...one.checkIns, on: dateOf(one.sentAt), reflectionId: one.id })),
      facts.sessionsHeldAt.map(dateOf),
      dateOf(now),
    ),
    challenges: challengesOf(since),
    nothingNewSince: since.length === 0 ? lastCallAt : null,
  };
}

/** The client's own choices in the order of the list, each with the days it was chosen on. */
function challengesOf(reflections: readonly BriefReflection[]): ArrangedBrief<BriefReflection>['challenges'] {
  const chosen = new Map<string, { code: string; label: string; days: number[] }>();
  for (const { chips, dayNumber } of reflections) {
    for (const { code, label } of chips) {
      const entry = chosen.get(code) ?? { code, label, days: [] };
      if (dayNumber !== null && !entry.days.includes(dayNumber)) entry.days.push(dayNumber);
      chosen.set(code, entry);
    }
  }
  return [...chosen.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
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

import type { PlanTemplateStepView } from '../../api-client/calls-library.js';
import { say } from '../../words-brings.js';

type BringingStep = Pick<PlanTemplateStepView, 'anchor' | 'days' | 'everyDays' | 'measure' | 'asks'>;

const ASKS = ['safety-check', 'early-signs', 'thread-name', 'thread-review'] as const;

/**
 * What a version of a plan brings beside questions and taps, and when: "It brings a safety check on days 1 and 7, and
 * PHQ-9 8 days before the first session and on day 15."
 * @param titleOf what a measure is called, by its code
 */
export function bringsWords(steps: readonly BringingStep[], titleOf: (code: string) => string): string {
  const measures = [...new Set(steps.flatMap(({ measure }) => measure ?? []))];
  const brought = [
    ...ASKS.map((ask) => ({
      what: say(`brings.${ask}`),
      at: steps.filter(({ asks }) => asks.includes(ask)),
    })),
    ...measures.map((code) => ({ what: titleOf(code), at: steps.filter(({ measure }) => measure === code) })),
  ].filter(({ at }) => at.length > 0);
  if (brought.length === 0) return say('brings.none');
  return say('brings.all', {
    what: listed(brought.map(({ what, at }) => say('brings.one', { what, when: whenWords(at) }))),
  });
}

/** A measure, or a check whose answer somebody has to receive. */
export const asksSafety = (steps: readonly Pick<BringingStep, 'asks'>[]): boolean =>
  steps.some(({ asks }) => asks.includes('safety-check'));

function whenWords(steps: readonly BringingStep[]): string {
  const days = (of: (step: BringingStep) => boolean) =>
    [...new Set(steps.filter(of).map((step) => Math.abs(step.days)))].sort((a, b) => a - b);
  const isSession = ({ anchor }: BringingStep) => anchor === 'every-session' || anchor === 'latest-session';
  const before = days(({ anchor }) => anchor === 'first-session').reverse();
  const beforeEach = days((step) => isSession(step) && step.days < 0).reverse();
  const after = days((step) => isSession(step) && step.days >= 0);
  return listed([
    ...(before.length > 0 ? [say('brings.before', counted(before))] : []),
    ...(beforeEach.length > 0 ? [say('brings.beforeSession', counted(beforeEach))] : []),
    ...periods(steps, 'series-rhythm').map((n) => say('brings.series', { n })),
    ...(after.length > 0 ? [say('brings.after', { n: after.length, days: listed(after.map(String)) })] : []),
    ...periods(steps, 'rhythm').map((n) => say('brings.rhythm', { n })),
    ...(steps.some(({ anchor }) => anchor === 'next-appointment') ? [say('brings.call')] : []),
  ]);
}

/** "1 day", "8 days", "8 and 1 days". */
const counted = (days: readonly number[]) => ({
  n: days.length === 1 ? (days[0] ?? 0) : 2,
  days: listed(days.map(String)),
});

const periods = (steps: readonly BringingStep[], anchor: BringingStep['anchor']): number[] => [
  ...new Set(steps.filter((step) => step.anchor === anchor).map(({ everyDays }) => everyDays ?? 0)),
];

const listed = (parts: readonly string[]): string => new Intl.ListFormat('en-US').format(parts);

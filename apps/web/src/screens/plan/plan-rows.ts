import type { Anchor, Pace } from '../../api-client/calls-library.js';
import type { PreviewRow } from '../../api-client/calls-plans.js';
import type { AppointmentView, KetamineSessionView, PromptView } from '../../api-client/views.js';
import { dayIndex } from '../../charts/days.js';
import { dateOn } from '../../when.js';
import type { Step, StepChange } from './staging.js';

/** One prompt on the screen: the answer of the preview, and the step it comes from. */
export interface PlanRow extends PreviewRow {
  /** The step as it stands here, also one that is removed; null for a prompt of an earlier plan. */
  step: Step | null;
  change: StepChange;
  /** Days from the anchoring session, on the client's clock; null without one. */
  day: number | null;
  /** Its place among all prompts, from 1. */
  number: number;
  /** Days by which the step was moved since the preview was asked for. */
  ahead: number;
  delivery: PromptView['delivery'];
}

/** The steps a preview was asked with: its rows name them by their place. */
export interface AskedWith {
  ids: string[];
  days: number[];
}

export interface RowFacts {
  rows: readonly PreviewRow[];
  asked: AskedWith;
  live: readonly Step[];
  steps: readonly Step[];
  changes: ReadonlyMap<string, StepChange>;
  prompts: readonly PromptView[];
  timeZone: string;
  anchorAt: string | null;
  /** Another pace than the client's is looked at: nothing of that is a change. */
  isOtherPace: boolean;
}

/** The answer of the preview as rows in the order the client meets them. */
export function planRows(facts: RowFacts): PlanRow[] {
  const { rows, asked, live, steps, changes, prompts, timeZone, anchorAt, isOtherPace } = facts;
  const known = new Map([...live, ...steps].map((step) => [step.id, step]));
  const deliveries = new Map(prompts.map((prompt) => [prompt.id, prompt.delivery]));
  // Added here and taken out again: the answer that still shows it is about to be replaced.
  const isGone = ({ change, stepIndex }: PreviewRow) => {
    const id = stepIndex === null ? undefined : asked.ids[stepIndex];
    return change === 'added' && id !== undefined && !known.has(id);
  };
  const isFiltered = ({ change, stepId }: PreviewRow) =>
    isOtherPace && change === 'removed' && changes.get(stepId ?? '') !== 'removed';
  return rows
    .filter((row) => !isFiltered(row) && !isGone(row))
    .toSorted((a, b) => a.sendAt.localeCompare(b.sendAt))
    .map((row, i) => {
      const at = row.change === 'removed' ? null : row.stepIndex;
      const id = (at === null ? null : asked.ids[at]) ?? row.stepId;
      const step = (id && known.get(id)) || null;
      const before = at === null ? undefined : asked.days[at];
      return {
        ...row,
        step,
        change: changeOf(row, (step && changes.get(step.id)) ?? 'none', isOtherPace || changes.size === 0),
        day: anchorAt ? dayBetween(anchorAt, row.sendAt, timeZone) : null,
        number: i + 1,
        ahead: step && before !== undefined && isUnsent(row) ? step.days - before : 0,
        delivery: (row.promptId && deliveries.get(row.promptId)) || null,
      };
    });
}

/** What was sent is never changed, whatever becomes of its step. A prompt that gives way to an edited one changes too. */
function changeOf(row: PreviewRow, ofStep: StepChange, isStepAlone: boolean): StepChange {
  if (!isUnsent(row)) return 'none';
  return isStepAlone || row.change === 'none' ? ofStep : row.change;
}

export const isUnsent = ({ status, sentAt }: Pick<PreviewRow, 'status' | 'sentAt'>): boolean =>
  sentAt === null && ['scheduled', 'rested', 'superseded', 'withdrawn', 'suppressed'].includes(status);

/** Steps that no prompt stands for now, and why. */
export interface Undated {
  step: Step;
  change: StepChange;
  why: 'pace' | 'session' | 'appointment' | 'none';
}

export function undatedSteps(
  rows: readonly PlanRow[],
  { live, steps, changes, pace }: Pick<RowFacts, 'live' | 'steps' | 'changes'> & { pace: Pace },
): Undated[] {
  const dated = new Set(rows.flatMap(({ step }) => (step ? [step.id] : [])));
  const removed = live.filter(({ id }) => changes.get(id) === 'removed');
  return [...steps, ...removed]
    .filter(({ id }) => !dated.has(id))
    .map((step) => ({
      step,
      change: changes.get(step.id) ?? 'none',
      why: isAskedAt(step.slowestPace, pace) ? whyUndated(step.anchor) : 'pace',
    }));
}

const RANK: Record<Pace, number> = { gentle: 0, steady: 1, often: 2 };
const isAskedAt = (slowest: Pace, pace: Pace): boolean => RANK[slowest] <= RANK[pace];
const whyUndated = (anchor: Anchor) =>
  anchor === 'next-appointment' ? 'appointment' : anchor === 'rhythm' ? 'none' : 'session';

/** The first prompt that will go out, as things stand here. */
export const nextOut = (rows: readonly PlanRow[], now: string): PlanRow | undefined =>
  rows.find((row) => row.status === 'scheduled' && !row.held && row.change !== 'removed' && row.sendAt > now);

/** Prompts still to come, and the days they reach over from the first day that is shown. */
export function reachOf(rows: readonly PlanRow[]): { prompts: number; days: number } {
  const standing = rows.filter(({ change, status }) => change !== 'removed' && status !== 'superseded');
  const days = standing.flatMap(({ day }) => (day === null ? [] : [day]));
  return { prompts: standing.length, days: days.length === 0 ? 0 : Math.max(...days) };
}

/** What the arc is relative to: the newest series' latest completed session, else its earliest planned one. */
export function anchorSession(sessions: readonly KetamineSessionView[]): KetamineSessionView | undefined {
  const held = sessions
    .filter(({ status }) => status === 'completed' || status === 'planned')
    .toSorted((a, b) => a.heldAt.localeCompare(b.heldAt));
  const series = held.filter(({ seriesId }) => seriesId === held.at(-1)?.seriesId);
  return (
    series.findLast(({ status }) => status === 'completed') ??
    series.find(({ status }) => status === 'planned')
  );
}

/** The next booked call. */
export const nextCall = (calls: readonly AppointmentView[], now: string): AppointmentView | undefined =>
  calls
    .filter(({ status, startsAt }) => status === 'booked' && startsAt > now)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0];

export const dayBetween = (from: string, to: string, timeZone: string): number =>
  dayIndex(dateOn(to, timeZone)) - dayIndex(dateOn(from, timeZone));

/** The server's words for both clocks are whole; where the day is the same, "here" needs the time alone. */
export function shortHere({ localText, hereText }: Pick<PreviewRow, 'localText' | 'hereText'>): string {
  const at = hereText.lastIndexOf(', ');
  return at >= 0 && localText.startsWith(hereText.slice(0, at + 2)) ? hereText.slice(at + 2) : hereText;
}

import { type Anchor, isRhythm, type Pace } from '../../api-client/calls-library.js';
import type { PlanStepDto, PlanStepView, StepTiming } from '../../api-client/calls-plans.js';

/** What a step asks, and what the screen says of it. */
export interface AskedPrompt {
  template: string;
  number: number;
  title: string;
  informs: boolean;
  /** The code of the measure it asks. */
  measure?: string | null;
}

/** The part of a step that is edited. */
export interface StepFields {
  prompt: AskedPrompt;
  anchor: Anchor;
  days: number;
  everyDays: number | null;
  /** `HH:MM` on the client's clock. */
  localTime: string;
  latenessHours: number;
  nudgeAfterDays: number | null;
  openDays: number;
  slowestPace: Pace;
  /** Of a measure: it may look back over sessions. */
  midSeries: boolean;
}
export interface Step extends StepFields {
  /** The plan's own, or one made here for a step that is added. */
  id: string;
  isNew: boolean;
}

type Field = keyof StepFields;
interface Edit {
  is: unknown;
  /** What stood there when it was touched: a change by somebody else shows against it. */
  was: unknown;
}

/** Edits that are not live. They are kept apart from the plan, so that a plan somebody else changes meanwhile does not lose them. */
export interface Staged {
  changed: Record<string, Partial<Record<Field, Edit>>>;
  added: Step[];
  removed: string[];
  /** The version of the plan's template that is brought in with them. */
  number?: number;
}
export const NOTHING_STAGED: Staged = { changed: {}, added: [], removed: [] };

export type StagingAct =
  | { do: 'set'; id: string; fields: Partial<StepFields>; live: readonly Step[] }
  | { do: 'remove' | 'put-back'; id: string }
  | { do: 'add'; step: StepFields; id: string }
  | { do: 'replace'; steps: StepFields[]; ids: string[]; live: readonly Step[] }
  | { do: 'discard' }
  /** Takes a discard back. */
  | { do: 'restore'; staged: Staged };

export type StepChange = 'none' | 'added' | 'changed' | 'removed';

const OPEN_DAYS = 14;
const MOST_STEPS = 40;

export function stage(staged: Staged, act: StagingAct): Staged {
  switch (act.do) {
    case 'set':
      return set(staged, act.id, act.fields, act.live);
    case 'remove':
      return staged.added.some(({ id }) => id === act.id)
        ? { ...staged, added: staged.added.filter(({ id }) => id !== act.id) }
        : { ...staged, removed: [...new Set([...staged.removed, act.id])] };
    case 'put-back':
      return { ...staged, removed: staged.removed.filter((id) => id !== act.id) };
    case 'add':
      return { ...staged, added: [...staged.added, { ...act.step, id: act.id, isNew: true }] };
    case 'replace':
      return replaced(act.steps, act.ids, act.live);
    case 'discard':
      return NOTHING_STAGED;
    case 'restore':
      return act.staged;
  }
}

/** One step with these fields; what it was is kept beside. */
export function set(staged: Staged, id: string, fields: Partial<StepFields>, live: readonly Step[]): Staged {
  if (staged.added.some((step) => step.id === id))
    return {
      ...staged,
      added: staged.added.map((step) => (step.id === id ? within({ ...step, ...fields }) : step)),
    };
  const was = live.find((step) => step.id === id);
  if (!was) return staged;
  const before = staged.changed[id] ?? {};
  const is = within({ ...patched(was, before), ...fields });
  const edits = Object.fromEntries(
    FIELDS.filter((field) => !isSame(is[field], was[field]) || (field in fields && before[field])).map(
      (field) => [field, { is: is[field], was: before[field] ? before[field].was : was[field] }],
    ),
  );
  return { ...staged, changed: { ...staged.changed, [id]: edits } };
}

/** Another set of steps: what asks the same at the same anchor stays the same step, the rest goes and comes. */
function replaced(steps: StepFields[], ids: string[], live: readonly Step[]): Staged {
  const left = [...live];
  let staged = NOTHING_STAGED;
  steps.forEach((step, i) => {
    const at = left.findIndex(
      (one) => one.prompt.template === step.prompt.template && one.anchor === step.anchor,
    );
    const kept = at < 0 ? undefined : left.splice(at, 1)[0];
    staged = kept
      ? set(staged, kept.id, step, live)
      : stage(staged, { do: 'add', step, id: ids[i] ?? `added-${i}` });
  });
  return { ...staged, removed: left.map(({ id }) => id) };
}

/** The steps as they would be, in the order they are sent. */
export function stepsOf(live: readonly Step[], staged: Staged): Step[] {
  const kept = live.filter(({ id }) => !staged.removed.includes(id));
  return [...kept.map((step) => patched(step, staged.changed[step.id])), ...staged.added];
}

/** What is not live, step by step; an edit that came back to what is live is none. */
export function changesOf(live: readonly Step[], staged: Staged): Map<string, StepChange> {
  const changes = new Map<string, StepChange>();
  for (const step of live) {
    if (staged.removed.includes(step.id)) changes.set(step.id, 'removed');
    else if (!isSame(patched(step, staged.changed[step.id]), step)) changes.set(step.id, 'changed');
  }
  for (const { id } of staged.added) changes.set(id, 'added');
  return changes;
}

/** Steps that were edited here and changed or taken out by somebody else meanwhile. */
export function meanwhileIn(live: readonly Step[], staged: Staged): { changed: Step[]; gone: number } {
  const changed = live.filter((step) =>
    Object.entries(staged.changed[step.id] ?? {}).some(
      ([field, edit]) => !isSame(edit.was, step[field as Field]) && !isSame(edit.is, step[field as Field]),
    ),
  );
  const ids = new Set(live.map(({ id }) => id));
  return { changed, gone: Object.keys(staged.changed).filter((id) => !ids.has(id)).length };
}

export const isFull = (steps: readonly unknown[]): boolean => steps.length >= MOST_STEPS;

type Asked = StepTiming & Pick<PlanStepView, 'title' | 'informs' | 'measure'> & Pick<PlanStepDto, 'prompt'>;

export function fieldsFrom(view: Asked): StepFields {
  return within({
    prompt: {
      template: view.prompt.template,
      number: view.prompt.number ?? 1,
      title: view.title,
      informs: view.informs,
      measure: view.measure,
    },
    anchor: view.anchor,
    days: view.days,
    everyDays: view.everyDays ?? null,
    localTime: view.localTime.slice(0, 5),
    latenessHours: view.latenessHours,
    nudgeAfterDays: view.nudgeAfterDays ?? null,
    openDays: view.openDays ?? OPEN_DAYS,
    slowestPace: view.slowestPace,
    midSeries: view.midSeries ?? false,
  });
}
export const stepFrom = (view: PlanStepView): Step => ({
  ...fieldsFrom(view),
  id: view.stepId,
  isNew: false,
});

export function dtoOf({ id, isNew, prompt, everyDays, ...timing }: Step): PlanStepDto {
  return {
    ...(!isNew && { stepId: id }),
    prompt: { template: prompt.template, number: prompt.number },
    ...(everyDays !== null && { everyDays }),
    ...(timing satisfies StepTiming),
  };
}

/** How a step that is added stands at first: after the arc of the latest session, at the end of a day. */
export const newStep = (prompt: AskedPrompt, days: number): StepFields => ({
  prompt,
  anchor: 'latest-session',
  days,
  everyDays: null,
  localTime: '18:00',
  latenessHours: 48,
  nudgeAfterDays: null,
  openDays: OPEN_DAYS,
  slowestPace: 'steady',
  midSeries: false,
});

/** From–to of `days`; what leads up to something cannot come after it. */
export const daysWithin = (anchor: Anchor): [least: number, most: number] =>
  isBefore(anchor) ? [-30, 0] : [isRhythm(anchor) ? 0 : -30, 365];
export const isBefore = (anchor: Anchor): boolean =>
  anchor === 'first-session' || anchor === 'next-appointment';

const RHYTHM_DAYS = 28;
const SERIES_RHYTHM_DAYS = 7;

/** Fields that belong together, brought together. */
function within<S extends StepFields>(step: S): S {
  const [least, most] = daysWithin(step.anchor);
  return {
    ...step,
    days: Math.min(Math.max(Math.round(step.days), least), most),
    everyDays: isRhythm(step.anchor) ? (step.everyDays ?? usualPeriod(step.anchor)) : null,
  };
}

const usualPeriod = (anchor: Anchor): number => (anchor === 'rhythm' ? RHYTHM_DAYS : SERIES_RHYTHM_DAYS);

export const FIELDS = [
  'prompt',
  'anchor',
  'days',
  'everyDays',
  'localTime',
  'latenessHours',
  'nudgeAfterDays',
  'openDays',
  'slowestPace',
  'midSeries',
] as const satisfies readonly Field[];

const patched = (step: Step, edits: Partial<Record<Field, Edit>> = {}): Step => ({
  ...step,
  ...Object.fromEntries(Object.entries(edits).map(([field, edit]) => [field, edit.is])),
});

/** By content. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

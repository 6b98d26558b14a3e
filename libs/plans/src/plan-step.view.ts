import type { Pace } from '@app/clients/client.types.js';
import { OPEN_DAYS } from './plan-step.rules.js';
import type { AnchorKind, PlanStepSpec } from './plan-step.types.js';
import { informs } from './prompt-content.rules.js';
import type { PromptRef } from './prompt-contents.js';
import type { PromptContent } from './prompt-template.types.js';
import { asksOf, type StepAsk } from './step-asks.rules.js';
import { stepWhen } from './step-when.js';

export class StepPromptView {
  /** A starter's code, or the id of the clinic's own. */
  template!: string;
  number!: number;
}

export class StepContentView {
  /** Null: it only tells something. */
  question!: string | null;
}

export class PlanStepView {
  stepId!: string;
  prompt!: StepPromptView;
  anchor!: AnchorKind;
  /** Calendar days from the anchor's local date; negative is before. */
  days!: number;
  /** Of a rhythm, or one within a series; otherwise null. */
  everyDays!: number | null;
  /** `HH:MM` on the client's clock. */
  localTime!: string;
  latenessHours!: number;
  nudgeAfterDays!: number | null;
  openDays!: number;
  slowestPace!: Pace;
  /** Of a measure: what it asks about may take in sessions, and its result says so. */
  midSeries!: boolean;
  title!: string;
  /** In words, e.g. "3 days after the ketamine session, 7:00 pm" on the client's clock. */
  when!: string;
  /** Only tells something. */
  informs!: boolean;
  /** The code of the measure it asks, or null. */
  measure!: string | null;
  /** What it asks beside its question. */
  asks!: StepAsk[];
  /** Null for who does not read this client's words. */
  content!: StepContentView | null;
}

/** A step of a plan or of a plan template. Titles are for everybody, questions for who reads words. */
export function planStepView(
  stepId: string,
  { prompt, spec }: { prompt: PromptRef; spec: Omit<PlanStepSpec, 'stepId'> },
  content: PromptContent,
  readsWords: boolean,
): PlanStepView {
  return {
    stepId,
    prompt: { template: prompt.code, number: prompt.version },
    anchor: spec.anchor,
    days: spec.days,
    everyDays: spec.everyDays ?? null,
    localTime: spec.localTime,
    latenessHours: spec.latenessHours,
    nudgeAfterDays: spec.nudgeAfterDays ?? null,
    openDays: spec.openDays ?? OPEN_DAYS,
    slowestPace: spec.slowestPace,
    midSeries: spec.midSeries ?? false,
    title: content.title,
    when: stepWhen(spec),
    informs: informs(content),
    measure: content.measure?.code ?? null,
    asks: asksOf(content),
    content: readsWords ? { question: content.question } : null,
  };
}

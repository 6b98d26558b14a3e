import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import { ReasonView } from '@app/prompts/prompt.view.js';

export class PreviewRowView {
  /** `<step>/<anchor>/<occurrence>` */
  key!: string;
  stepId!: string;
  /** Where its step stands among the steps that were sent; null for what is taken out or came from an earlier plan. */
  stepIndex!: number | null;
  /** Null while it is no more than a plan. */
  promptId!: string | null;
  title!: string;
  status!: PromptStatus;
  held!: boolean;
  sendAt!: string;
  /** `sendAt` in words, on the client's clock. */
  localText!: string;
  /** The same on the clock of the client's location. */
  hereText!: string;
  reasons!: ReasonView[];
  /** Against what stands now. */
  change!: 'none' | 'added' | 'changed' | 'removed';
  sentAt!: string | null;
  answeredAt!: string | null;
  /** Of the prompt, for the next change; null while there is none. */
  version!: number | null;
}

export class PlanPreviewView {
  rows!: PreviewRowView[];
  /** What a practitioner reads for this client, about, in minutes a week. */
  minutesAWeek!: number;
  /** How far the rows reach: a date on the client's clock. */
  until!: string;
  timeZone!: string;
  locationTimeZone!: string;
  /** What the clinic has to set up before anything goes out. */
  missing!: string[];
  /** A measure of it asks about safety, and no morning is staffed: it is asked without that question. */
  withoutMornings!: boolean;
}

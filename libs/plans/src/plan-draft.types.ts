import type { Pace } from '@app/clients/client.types.js';
import type { AnchorKind } from './plan-step.types.js';

/** A step as staff edit it; its priority follows from what it asks and when. */
export interface PlanStepDraft {
  /** Of a step that is kept. */
  stepId?: string | undefined;
  /** A starter’s code or the id of the clinic’s own; without a number its newest version. */
  prompt: { template: string; number?: number | undefined };
  anchor: AnchorKind;
  days: number;
  everyDays?: number | null | undefined;
  localTime: string;
  latenessHours: number;
  nudgeAfterDays?: number | null | undefined;
  /** Absent: 14. */
  openDays?: number | null | undefined;
  slowestPace: Pace;
  /** Of a measure: what it asks about may take in sessions. */
  midSeries?: boolean | undefined;
}

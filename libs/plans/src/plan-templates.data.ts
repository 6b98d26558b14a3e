import type { PlanStepSpec } from './plan-step.types.js';

/** A step of a template: the schedule of a prompt template's version. */
export interface PlanTemplateStep {
  prompt: { code: string; version: number };
  spec: Omit<PlanStepSpec, 'stepId'>;
}

/** A reusable list of steps. A published version never changes. */
export interface PlanTemplate {
  code: string;
  version: number;
  title: string;
  steps: readonly PlanTemplateStep[];
}

const arc = (
  code: string,
  days: number,
  localTime: string,
  slowestPace: 'gentle' | 'steady' | 'often' = 'steady',
): PlanTemplateStep => ({
  prompt: { code, version: 1 },
  spec: {
    anchor: 'latest-session',
    days,
    localTime,
    latenessHours: 48,
    nudgeAfterDays: 2,
    slowestPace,
    priority: 'arc',
  },
});

/**
 * `steady`: one arc after the latest session, aftercare after each, the evening before each call. Version 1
 * asks no measures, no safety checks and no thread review: nothing that asks a safety question may exist
 * before somebody receives its answer.
 */
const STEADY_1: PlanTemplate = {
  code: 'steady',
  version: 1,
  title: 'Steady',
  steps: [
    {
      prompt: { code: 'intention', version: 1 },
      spec: {
        anchor: 'first-session',
        days: -1,
        localTime: '18:00',
        latenessHours: 14,
        slowestPace: 'gentle',
        priority: 'arc',
      },
    },
    {
      prompt: { code: 'own-signs', version: 1 },
      spec: {
        anchor: 'first-session',
        days: -3,
        localTime: '18:00',
        latenessHours: 40,
        slowestPace: 'steady',
        priority: 'arc',
      },
    },
    {
      prompt: { code: 'evening-help', version: 1 },
      spec: {
        anchor: 'every-session',
        days: 0,
        localTime: '19:00',
        latenessHours: 4,
        slowestPace: 'gentle',
        // Where help is and when not to drive: nothing else takes this evening from it.
        priority: 'safety-check',
        informationOnly: true,
      },
    },
    {
      prompt: { code: 'what-stayed', version: 1 },
      spec: {
        anchor: 'every-session',
        days: 1,
        localTime: '10:00',
        latenessHours: 36,
        nudgeAfterDays: 1,
        slowestPace: 'gentle',
        priority: 'arc',
      },
    },
    arc('keeps-coming-back', 3, '19:00'),
    arc('small-shift', 7, '12:30', 'gentle'),
    arc('life-resumed', 10, '08:30'),
    arc('ordinary-day', 15, '12:30', 'often'),
    arc('old-returned', 21, '19:00', 'gentle'),
    arc('where-it-holds', 28, '18:00'),
    {
      prompt: { code: 'with-yourself', version: 1 },
      spec: {
        anchor: 'rhythm',
        days: 56,
        everyDays: 28,
        localTime: '18:00',
        latenessHours: 72,
        slowestPace: 'gentle',
        priority: 'rhythm',
      },
    },
    {
      prompt: { code: 'not-to-miss', version: 1 },
      spec: {
        anchor: 'next-appointment',
        days: -1,
        localTime: '19:00',
        latenessHours: 24,
        slowestPace: 'gentle',
        priority: 'appointment-eve',
      },
    },
  ],
};

export const PLAN_TEMPLATES: readonly PlanTemplate[] = [STEADY_1];

/** The newest version of a plan template, or undefined. */
export function newestPlanTemplate(code: string): PlanTemplate | undefined {
  return PLAN_TEMPLATES.filter((one) => one.code === code).sort((a, b) => b.version - a.version)[0];
}

import type { Pace } from '@app/clients/client.types.js';
import type { PlanContent, PlanTemplateStep } from '../plan-step.types.js';

/** A reusable list of steps of ours. A published version never changes. */
export interface PlanStarter extends PlanContent {
  code: string;
  version: number;
}

type Starter = string | { code: string; version: number };
type Spec = PlanTemplateStep['spec'];

const promptOf = (of: Starter) => (typeof of === 'string' ? { code: of, version: 1 } : of);

/** One step. Every step lies open for 14 days unless it says otherwise. */
export function step(of: Starter, spec: Spec): PlanTemplateStep {
  return { prompt: promptOf(of), spec };
}

/** A question of the arc after the latest session. */
export function arc(
  of: Starter,
  days: number,
  localTime: string,
  slowestPace: Pace = 'steady',
): PlanTemplateStep {
  return step(of, {
    anchor: 'latest-session',
    days,
    localTime,
    latenessHours: 48,
    nudgeAfterDays: 2,
    slowestPace,
    priority: 'arc',
  });
}

/** A question of a calendar rhythm, first asked after so many days. */
export function rhythm(
  of: Starter,
  days: number,
  everyDays: number,
  localTime = '18:00',
  slowestPace: Pace = 'gentle',
): PlanTemplateStep {
  return step(of, {
    anchor: 'rhythm',
    days,
    everyDays,
    localTime,
    latenessHours: 72,
    slowestPace,
    priority: 'rhythm',
  });
}

/** What leads up to the first session: asked until just before it. */
export function before(
  of: Starter,
  days: number,
  latenessHours: number,
  slowestPace: Pace,
): PlanTemplateStep {
  return step(of, {
    anchor: 'first-session',
    days,
    localTime: '18:00',
    latenessHours,
    slowestPace,
    priority: 'arc',
  });
}

/** Where help is and when not to drive: nothing else takes this evening from it. */
export const EVENING_HELP = step('evening-help', {
  anchor: 'every-session',
  days: 0,
  localTime: '19:00',
  latenessHours: 4,
  slowestPace: 'gentle',
  priority: 'safety-check',
  informationOnly: true,
});

/** A questionnaire around the sessions, in the morning: late enough that its window looks back on none of them. */
export function measured(
  code: string,
  anchor: 'first-session' | 'latest-session',
  days: number,
  slowestPace: Pace,
): PlanTemplateStep {
  return step(code, {
    anchor,
    days,
    localTime: '09:00',
    // Room for the next morning on which somebody is there.
    latenessHours: 120,
    slowestPace,
    priority: 'measure',
  });
}

/** Once a week while a series runs, counted from its first session. */
export function weeklyInSeries(of: Starter, days: number, spec: Partial<Spec> = {}): PlanTemplateStep {
  return step(of, {
    anchor: 'series-rhythm',
    days,
    everyDays: 7,
    localTime: '12:30',
    latenessHours: 48,
    slowestPace: 'gentle',
    priority: 'rhythm',
    ...spec,
  });
}

export const NEXT_MORNING = step('what-stayed', {
  anchor: 'every-session',
  days: 1,
  localTime: '10:00',
  latenessHours: 36,
  nudgeAfterDays: 1,
  slowestPace: 'gentle',
  priority: 'arc',
});

export const EVE_OF_CALL = step('not-to-miss', {
  anchor: 'next-appointment',
  days: -1,
  localTime: '19:00',
  latenessHours: 24,
  slowestPace: 'gentle',
  priority: 'appointment-eve',
});

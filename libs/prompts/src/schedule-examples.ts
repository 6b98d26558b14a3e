import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import { promptsFor } from './prompt-schedule.rules.js';
import type {
  AppointmentMark,
  ClientClock,
  PastPrompt,
  PlannedPrompt,
  SessionMark,
} from './prompt-schedule.types.js';
import { sentPast } from './schedule-arbitraries.js';

/** Test support: one client in Boise with a session on 22 October 2026, and the smallest plan. */

export const zone = 'America/Boise';
export const liveFrom = Temporal.Instant.from('2026-01-01T00:00:00Z');

export function at(local: string, timeZone = zone): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant();
}

export function step(over: Partial<PlanStepSpec> = {}): PlanStepSpec {
  return {
    stepId: 'step',
    anchor: 'every-session',
    days: 1,
    localTime: '10:00',
    latenessHours: 24,
    slowestPace: 'gentle',
    priority: 'arc',
    ...over,
  };
}

export function session(over: Partial<SessionMark> = {}): SessionMark {
  return { id: 's1', seriesId: 'open', status: 'planned', heldAt: at('2026-10-22T14:00'), ...over };
}

export function appointment(startsAt: string, over: Partial<AppointmentMark> = {}): AppointmentMark {
  return { id: 'a1', status: 'booked', startsAt: at(startsAt), ...over };
}

export function clock(over: Partial<ClientClock> = {}): ClientClock {
  return {
    timeZone: zone,
    quietFrom: '21:00',
    quietTo: '08:00',
    pace: 'steady',
    rest: null,
    openSeriesId: 'open',
    staffedMornings: null,
    rostersStand: true,
    past: [],
    ...over,
  };
}

export function past(over: Partial<PastPrompt> = {}): PastPrompt {
  return { ...sentPast('step/s1/0', '2026-10-20'), status: 'scheduled', sentOn: null, ...over };
}

export interface Given {
  steps?: PlanStepSpec[];
  sessions?: SessionMark[];
  appointments?: AppointmentMark[];
  clock?: Partial<ClientClock>;
  now?: string;
  live?: Temporal.Instant;
}

export function schedule(given: Given = {}): PlannedPrompt[] {
  return promptsFor(
    { planId: 'plan', liveFrom: given.live ?? liveFrom, steps: given.steps ?? [step()] },
    given.sessions ?? [session()],
    given.appointments ?? [],
    clock(given.clock),
    at(given.now ?? '2026-10-20T12:00', given.clock?.timeZone),
  );
}

export const times = (prompts: PlannedPrompt[]) => prompts.map(({ key, localTime }) => [key, localTime]);
export const codes = (prompt: PlannedPrompt | undefined) => prompt?.reasons.map(({ code }) => code);
export const only = (prompts: PlannedPrompt[]): PlannedPrompt => {
  expect(prompts).toHaveLength(1);
  return prompts[0]!;
};

import type { LocalTime } from './local-time.rules.js';
import type { Reason, Rest } from './prompt-schedule.types.js';

/** True from the beginning of a rest until its end, the end not included. */
export function restsAt(rest: Rest | null, ms: number): boolean {
  if (rest === null || ms < rest.from.epochMilliseconds) return false;
  return rest.until === null || ms < rest.until.epochMilliseconds;
}

export function restReason({ until }: Rest, local: LocalTime): Reason {
  if (until === null) return { code: 'resting', params: {} };
  return { code: 'resting-until', params: { on: local.isoOf(local.dayOf(until.epochMilliseconds)) } };
}

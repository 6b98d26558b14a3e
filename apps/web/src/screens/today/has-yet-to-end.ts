/** A call is behind us when its last minute is. */
export const hasYetToEnd = (call: { startsAt: string; minutes: number }, now: string): boolean =>
  Date.parse(call.startsAt) + call.minutes * 60_000 > Date.parse(now);

/** Quiet hours on the client's clock, `HH:MM`; equal times mean none. */
export interface QuietHours {
  from: string;
  to: string;
}

const DAY_MINUTES = 24 * 60;

/** So many hours of every day must stay open, or a client could never be reached. */
export const MIN_OPEN_HOURS = 4;

/** Do these quiet hours leave at least 4 hours of the day open? They may span midnight. */
export function leavesEnoughOpen({ from, to }: QuietHours): boolean {
  const quiet = (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
  return DAY_MINUTES - quiet >= MIN_OPEN_HOURS * 60;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

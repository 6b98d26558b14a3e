/** Quiet hours on a local clock, `HH:MM`; they may span midnight, `24:00` is midnight, equal times mean none. */
export interface QuietHours {
  from: string;
  to: string;
}

const DAY_MINUTES = 24 * 60;

/** So many hours of every day must stay open, or a client could never be reached. */
export const MIN_OPEN_HOURS = 4;

/** Do these quiet hours leave at least 4 hours of the day open? */
export function leavesEnoughOpen({ from, to }: QuietHours): boolean {
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const isAllDay = ends - begins === DAY_MINUTES;
  const quiet = isAllDay ? DAY_MINUTES : (ends - begins + DAY_MINUTES) % DAY_MINUTES;
  return DAY_MINUTES - quiet >= MIN_OPEN_HOURS * 60;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

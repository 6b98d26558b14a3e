const DAY_MS = 86_400_000;

/** Days since 1970 of a calendar date; the same on every clock. */
export const dayIndex = (on: string): number => Math.round(Date.parse(`${on}T00:00:00Z`) / DAY_MS);
export const dateAt = (index: number): string => new Date(index * DAY_MS).toISOString().slice(0, 10);

/** Neighbours in days stay in one run; a day without an answer begins another: gaps stay gaps. */
export function runs<P extends { day: number }>(points: readonly P[]): P[][] {
  const found: P[][] = [];
  for (const point of points) {
    const last = found.at(-1)?.at(-1);
    if (last && point.day - last.day <= 1) found.at(-1)?.push(point);
    else found.push([point]);
  }
  return found;
}

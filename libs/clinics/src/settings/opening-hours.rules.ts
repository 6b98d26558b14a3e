import type { SettingTrouble } from './settings.types.js';

/** When somebody is there: `HH:MM` on a local clock, ISO weekdays 1 (Monday) to 7. */
export interface OpeningHours {
  openFrom: string;
  openTo: string;
  openDays: readonly number[];
}

/** What is wrong with these hours: they end on the day they begin, and later than they begin. */
export function openingHoursTrouble({ openFrom, openTo }: OpeningHours): SettingTrouble | null {
  return openFrom < openTo ? null : { field: 'openTo', code: 'closesTooEarly' };
}

/** Weekdays or dates, each once, in order. */
export function inOrder<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((one, other) => (one < other ? -1 : 1));
}

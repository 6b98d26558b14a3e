import {
  clockWords,
  dayWords,
  shortDateWords,
  shortDayWords,
  timeWords,
  zoneWords,
} from '@app/design/words/when.js';

/**
 * Instants in the console's words, on a named clock. The zone is printed beside them by the caller
 * (`zoneName`, or "for Rowan"), once a screen or once a line.
 */
type Instant = string | Date;

const locale = 'en-US';

/** "10:30 am" */
export const clock = (at: Instant, timeZone: string): string => timeWords(at, { timeZone, locale });

/** "10:30:05 am": where the order within a minute matters. */
export const secondsClock = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit', second: '2-digit' })
    .format(new Date(at))
    .replace(/\u202f/g, ' ')
    .toLowerCase();

/** "Sun 25 Oct", with the year where it is not this one. */
export function day(at: Instant, timeZone: string, now: Instant = new Date()): string {
  const year = dateOn(at, timeZone).slice(0, 4);
  const short = shortDayWords(at, { timeZone, locale });
  return year === dateOn(now, timeZone).slice(0, 4) ? short : `${short} ${year}`;
}

/** "Tuesday 27 October" */
export const longDay = (at: Instant, timeZone: string): string => dayWords(at, { timeZone, locale });

/** "Sun 25 Oct, 7:55 pm" */
export const dayAndClock = (at: Instant, zone: string): string => `${day(at, zone)}, ${clock(at, zone)}`;

/** "13 Oct", of a calendar date such as 2026-10-13. */
export const shortDate = (on: string): string => shortDateWords(on, locale).split(' ').slice(1, 3).join(' ');

/** "25 Oct 2026" of a calendar date that may lie years back. */
export const dateAndYear = (on: string): string => `${shortDate(on)} ${on.slice(0, 4)}`;

/** "27 Oct 2026, 10:06 am" */
export function stamp(at: Instant, zone: string): string {
  const on = dateOn(at, zone);
  return `${shortDate(on)} ${on.slice(0, 4)}, ${clock(at, zone)}`;
}

/** "2026-10-27": the calendar date there. */
export const dateOn = (at: Instant, timeZone: string): string =>
  format('en-CA', timeZone).format(new Date(at));

/** Whether two clocks show the same wall time at that instant. */
export const isSameClock = (at: Instant, a: string, b: string): boolean =>
  dayAndClock(at, a) === dayAndClock(at, b);

/** "Pacific time" */
export const zoneName = (zone: string): string => zoneWords(zone, locale);

/** "Boise", of America/Boise. */
export const zonePlace = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** "9:00 pm", of "21:00". */
export const wallClock = (time: string): string => clockWords(time.slice(0, 5), locale);

/** Whole minutes from `now` to `at`; negative once it has passed. */
export const minutesUntil = (at: Instant, now: Instant): number =>
  Math.round((new Date(at).getTime() - new Date(now).getTime()) / 60_000);

const formats = new Map<string, Intl.DateTimeFormat>();
function format(lang: string, timeZone: string): Intl.DateTimeFormat {
  let made = formats.get(timeZone);
  if (!made) formats.set(timeZone, (made = new Intl.DateTimeFormat(lang, { timeZone })));
  return made;
}

/** An instant, however the caller holds it. A Temporal.Instant and a Date both fit. */
export type InstantLike = string | Date | { readonly epochMilliseconds: number };

/** Where and for whom a time is worded: an IANA zone and a BCP 47 locale. */
export interface Place {
  timeZone: string;
  locale: string;
}

/** "Tuesday 10 November", in the zone. Throws RangeError on an unknown zone or an unreadable instant. */
export function dayWords(instant: InstantLike, place: Place): string {
  return day(instant, place, 'long');
}

/** "Thu 22 Oct". */
export function shortDayWords(instant: InstantLike, place: Place): string {
  return day(instant, place, 'short');
}

/** "2:00 pm", or "14:00" where the locale counts so. */
export function timeWords(instant: InstantLike, place: Place): string {
  return clock(parts(instant, place, TIME));
}

/** "Thu 22 Oct, 2:00 pm", for what is near. */
export function nearDayAndTimeWords(instant: InstantLike, place: Place): string {
  if (!place.locale.startsWith('en')) return `${shortDayWords(instant, place)}, ${timeWords(instant, place)}`;
  const found = parts(instant, place, SHORT_DAY_AND_TIME);
  return `${englishDay(found)}, ${clock(found)}`;
}

/** "Thu 22 Oct 2026, 2:00 pm". */
export function dayAndTimeWords(instant: InstantLike, place: Place): string {
  return `${day(instant, place, 'short', true)}, ${timeWords(instant, place)}`;
}

/** "Thu 22 Oct 2026, 2:00 pm, Mountain time": a time as a promise, with whose clock it is on. */
export function promiseWords(instant: InstantLike, place: Place): string {
  return `${dayAndTimeWords(instant, place)}, ${zoneWords(place.timeZone, place.locale, instant)}`;
}

/** A calendar date, `YYYY-MM-DD`: "Tuesday 10 November". It has no zone and is never shifted by one. */
export function dateWords(on: string, locale: string): string {
  return day(`${on}T00:00:00Z`, { timeZone: 'UTC', locale }, 'long');
}

/** A calendar date, `YYYY-MM-DD`: "Thu 22 Oct 2026". */
export function shortDateWords(on: string, locale: string): string {
  return day(`${on}T00:00:00Z`, { timeZone: 'UTC', locale }, 'short', true);
}

/** A wall clock time, `HH:MM`: "9:00 pm". */
export function clockWords(time: string, locale: string): string {
  return timeWords(`2000-01-01T${time}:00Z`, { timeZone: 'UTC', locale });
}

/** A wall clock date and time, `YYYY-MM-DDTHH:MM`: "Mon 2 Nov 2026, 8:30 am". */
export function localWords(dateTime: string, locale: string): string {
  return dayAndTimeWords(`${dateTime}:00Z`, { timeZone: 'UTC', locale });
}

/** The same without its year, for what is near: "Mon 2 Nov, 8:30 am". */
export function nearLocalWords(dateTime: string, locale: string): string {
  return nearDayAndTimeWords(`${dateTime}:00Z`, { timeZone: 'UTC', locale });
}

/**
 * Whose clock, as people say it: "Mountain time", "Central European time". Takes an instant only where a
 * zone's name depends on it; by default today's.
 */
export function zoneWords(timeZone: string, locale: string, at: InstantLike = new Date()): string {
  const name = parts(at, { timeZone, locale }, ZONE_NAME).timeZoneName ?? timeZone;
  return name.replace(/ Time$/, ' time');
}

type Shape = Readonly<Intl.DateTimeFormatOptions>;
type Width = 'long' | 'short';

const dayOf = (width: Width): Shape => ({ weekday: width, day: 'numeric', month: width });
const DAY: Record<Width, Shape> = { long: dayOf('long'), short: dayOf('short') };
const DAY_AND_YEAR: Record<Width, Shape> = {
  long: { ...DAY.long, year: 'numeric' },
  short: { ...DAY.short, year: 'numeric' },
};
const TIME: Shape = { hour: 'numeric', minute: '2-digit' };
const SHORT_DAY_AND_TIME: Shape = { ...DAY.short, ...TIME };
const ZONE_NAME: Shape = { timeZoneName: 'longGeneric' };

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

// Our English puts the day before the month in every region ("Tuesday 10 November"): one order in mail, page
// and brief. Other languages keep their own.
function day(instant: InstantLike, place: Place, width: Width, withYear = false): string {
  const shape = (withYear ? DAY_AND_YEAR : DAY)[width];
  if (!place.locale.startsWith('en')) return formatter(place, shape).format(epoch(instant));
  return englishDay(parts(instant, place, shape));
}

function englishDay({ weekday, day, month, year }: Parts): string {
  return [weekday, day, month === 'Sept' ? 'Sep' : month, year].filter(Boolean).join(' ');
}

function clock({ hour, minute, dayPeriod }: Parts): string {
  const half = dayPeriod?.toLowerCase().replaceAll('.', '').replaceAll(/\s/g, '');
  return half ? `${hour}:${minute} ${half}` : `${hour}:${minute}`;
}

function parts(instant: InstantLike, place: Place, shape: Shape): Parts {
  const found: Parts = {};
  for (const part of formatter(place, shape).formatToParts(epoch(instant))) found[part.type] = part.value;
  return found;
}

function epoch(instant: InstantLike): number {
  if (typeof instant === 'string') return Date.parse(instant);
  return instant instanceof Date ? instant.getTime() : instant.epochMilliseconds;
}

// Making a formatter costs some hundred times its use; there are as many as shapes, zones and locales in use.
const formatters = new Map<Shape, Map<string, Intl.DateTimeFormat>>();

function formatter({ timeZone, locale }: Place, shape: Shape): Intl.DateTimeFormat {
  const ofShape = formatters.get(shape) ?? new Map<string, Intl.DateTimeFormat>();
  formatters.set(shape, ofShape);
  const key = `${locale} ${timeZone}`;
  let made = ofShape.get(key);
  if (!made) ofShape.set(key, (made = new Intl.DateTimeFormat(locale, { ...shape, timeZone })));
  return made;
}

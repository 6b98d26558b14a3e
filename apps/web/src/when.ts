/**
 * Instants in words on a named clock: weekday, date, time. The zone is printed beside them by the caller
 * (`zoneName`, or "for Rowan"), once a screen or once a line.
 */
type Instant = string | Date;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) formats.set(key, (made = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options })));
  return made;
}

function parts(at: Instant, zone: string): Record<string, string> {
  const made = format(zone, {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric',
    hour: 'numeric', minute: '2-digit', hourCycle: 'h12',
  }).formatToParts(new Date(at));
  return Object.fromEntries(made.map((part) => [part.type, part.value]));
}

/** "10:30 am" */
export function clock(at: Instant, zone: string): string {
  const { hour, minute, dayPeriod } = parts(at, zone);
  return `${hour}:${minute} ${dayPeriod?.toLowerCase()}`;
}

/** "Sun 25 Oct", with the year where it is not this one. */
export function day(at: Instant, zone: string, now: Instant = new Date()): string {
  const { weekday, day: date, month, year } = parts(at, zone);
  const short = `${weekday?.slice(0, 3)} ${date} ${month?.slice(0, 3)}`;
  return year === parts(now, zone).year ? short : `${short} ${year}`;
}

/** "Tuesday 27 October" */
export function longDay(at: Instant, zone: string): string {
  const { weekday, day: date, month } = parts(at, zone);
  return `${weekday} ${date} ${month}`;
}

/** "Sun 25 Oct, 7:55 pm" */
export const dayAndClock = (at: Instant, zone: string): string => `${day(at, zone)}, ${clock(at, zone)}`;

/** "27 Oct 2026, 10:06 am" */
export function stamp(at: Instant, zone: string): string {
  const { day: date, month, year } = parts(at, zone);
  return `${date} ${month?.slice(0, 3)} ${year}, ${clock(at, zone)}`;
}

/** "13 Oct", of a calendar date such as 2026-10-13. */
export function shortDate(on: string): string {
  const { day: date, month } = parts(`${on}T12:00:00Z`, 'UTC');
  return `${date} ${month?.slice(0, 3)}`;
}

/** "2026-10-27": the calendar date there. */
export function dateOn(at: Instant, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
}

export const isSameDay = (a: Instant, b: Instant, zone: string): boolean => dateOn(a, zone) === dateOn(b, zone);

/** Whether two clocks show the same wall time at that instant. */
export const isSameClock = (at: Instant, a: string, b: string): boolean =>
  dayAndClock(at, a) === dayAndClock(at, b);

/** "Pacific time" */
export function zoneName(zone: string): string {
  const name = format(zone, { timeZoneName: 'longGeneric' }).formatToParts(new Date());
  return (name.find((part) => part.type === 'timeZoneName')?.value ?? zone).replace(/ Time$/, ' time');
}

/** "PT" */
export function zoneLetters(zone: string): string {
  const name = format(zone, { timeZoneName: 'shortGeneric' }).formatToParts(new Date());
  return name.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** "Boise", of America/Boise. */
export const zonePlace = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;

/** "9:00 pm", of "21:00". */
export function wallClock(time: string): string {
  return clock(`2026-01-01T${time.slice(0, 5)}:00Z`, 'UTC');
}

/** Whole minutes from `now` to `at`; negative once it has passed. */
export const minutesUntil = (at: Instant, now: Instant): number =>
  Math.round((new Date(at).getTime() - new Date(now).getTime()) / 60_000);

import { Temporal } from 'temporal-polyfill';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const DAY_MINUTES = 24 * 60;

/** A calendar date as days since 1970-01-01, so that dates can be counted without a zone. */
export type DayNumber = number;

export type Disambiguation = 'compatible' | 'earlier' | 'later';

interface LocalDay {
  startMs: number;
  iso: string;
}

const MAX_ZONES = 1000;
const MAX_DAYS = 4000;
const zones = new Map<string, LocalTime>();
const epochDate = Temporal.PlainDate.from('1970-01-01');

/**
 * The local calendar of one zone. Instants are epoch milliseconds. Day starts are remembered, so that all
 * days without a clock change are plain arithmetic; only the others ask the zone's rules again.
 */
export class LocalTime {
  private readonly days = new Map<DayNumber, LocalDay>();

  private constructor(private readonly timeZone: string) {}

  /** @throws RangeError for a zone that does not exist */
  static of(timeZone: string): LocalTime {
    const known = zones.get(timeZone);
    if (known) return known;
    const fresh = new LocalTime(timeZone);
    fresh.startOf(0);
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(timeZone, fresh);
    return fresh;
  }

  /** The instant of a wall-clock time, 0 to 1440 minutes after midnight; `compatible` moves out of a gap. */
  at(day: DayNumber, minute: number, disambiguation: Disambiguation = 'compatible'): number {
    if (minute === DAY_MINUTES) return this.startOf(day + 1);
    if (this.isPlain(day)) return this.startOf(day) + minute * MINUTE_MS;
    return dateOf(day)
      .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
      .toZonedDateTime(this.timeZone, { disambiguation }).epochMilliseconds;
  }

  dayOf(ms: number): DayNumber {
    let day = Math.floor(ms / DAY_MS);
    while (ms < this.startOf(day)) day -= 1;
    while (ms >= this.startOf(day + 1)) day += 1;
    return day;
  }

  /** The wall clock at an instant, in whole minutes after midnight. */
  minuteOf(ms: number): number {
    const day = this.dayOf(ms);
    if (this.isPlain(day)) return Math.floor((ms - this.startOf(day)) / MINUTE_MS);
    const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(this.timeZone);
    return local.hour * 60 + local.minute;
  }

  /** Wall clock minus UTC, in milliseconds. */
  offsetOf(ms: number): number {
    const day = this.dayOf(ms);
    if (this.isPlain(day)) return day * DAY_MS - this.startOf(day);
    return (
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(this.timeZone).offsetNanoseconds / 1e6
    );
  }

  /** The first instant of a date, which is not 00:00 everywhere. */
  startOf(day: DayNumber): number {
    return this.localDay(day).startMs;
  }

  /** `YYYY-MM-DD` */
  isoOf(day: DayNumber): string {
    return this.localDay(day).iso;
  }

  /** True for a day of 24 hours: every wall-clock time exists on it exactly once. */
  isPlain(day: DayNumber): boolean {
    return this.startOf(day + 1) - this.startOf(day) === DAY_MS;
  }

  private localDay(day: DayNumber): LocalDay {
    const known = this.days.get(day);
    if (known) return known;
    const date = dateOf(day);
    const fresh = { startMs: date.toZonedDateTime(this.timeZone).epochMilliseconds, iso: date.toString() };
    if (this.days.size >= MAX_DAYS) this.days.clear();
    this.days.set(day, fresh);
    return fresh;
  }
}

/** @throws RangeError unless `YYYY-MM-DD` */
export function dayNumberOf(iso: string): DayNumber {
  return epochDate.until(Temporal.PlainDate.from(iso)).days;
}

/**
 * `HH:MM` as minutes after midnight; `24:00` is 1440.
 * @throws RangeError for anything else
 */
export function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)(?::00)?$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (!(minutes <= DAY_MINUTES)) throw new RangeError(`not a time of day: ${time}`);
  return minutes;
}

/** Minutes after midnight as `HH:MM`. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function dateOf(day: DayNumber): Temporal.PlainDate {
  return epochDate.add({ days: day });
}

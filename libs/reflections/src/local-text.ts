import { Temporal } from 'temporal-polyfill';
import { clockWords, type Place, shortDayWords } from '@app/design/words/when.js';
import { localDate, localMinute } from '@app/platform/clock/local-days.rules.js';

/** Worded once a language: a list of reflections names the same days, and minutes of the day, again and again. */
const days = new WeakMap<Temporal.PlainDate, Map<string, string>>();
const clocks = new Map<string, string[]>();

/** "Mon 2 Nov, 8:30 am": as `nearDayAndTimeWords`, and far sooner. */
export function localText(at: Temporal.Instant, { timeZone, locale }: Place): string {
  return `${dayText(localDate(at, timeZone), locale)}, ${clockText(localMinute(at, timeZone), locale)}`;
}

function dayText(date: Temporal.PlainDate, locale: string): string {
  const known = days.get(date) ?? new Map<string, string>();
  let text = known.get(locale);
  if (text === undefined) {
    text = shortDayWords(`${date.toString()}T00:00:00Z`, { timeZone: 'UTC', locale });
    days.set(date, known.set(locale, text));
  }
  return text;
}

function clockText(minute: number, locale: string): string {
  const known = clocks.get(locale) ?? [];
  clocks.set(locale, known);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return (known[minute] ??= clockWords(
    `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
    locale,
  ));
}

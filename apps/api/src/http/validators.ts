import { applyDecorators } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { IsString, isISO31661Alpha2, MaxLength, ValidateBy, type ValidationOptions } from 'class-validator';
import { mailHost } from '@app/platform/mail/mail-host.js';
import { isTimeZone } from './time-zones.js';

/** Instants and dates outside these years are slips of the hand, and some do not fit the database. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/i;
/** No wider than what the mailer sends to: an address that cannot be written to is no address. */
const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:".]+(\.[^\s@<>()[\]\\,;:".]+)+$/u;
/** What mail programs make a link of. */
const LINK = /:\/\/|www\./i;
const LONE_SURROGATE = /\p{Cs}/u;
// Control characters, and the marks that turn the reading direction of what follows.
const UNSAFE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/;

/** A place of the IANA time zone database, e.g. `America/Boise`, or `UTC`; no abbreviations, no fixed offsets. */
export function IsTimeZone(): PropertyDecorator {
  return isThat('isTimeZone', isTimeZone);
}

/** ISO 3166-1 alpha-2 in capitals, e.g. `US`. */
export function IsCountry(): PropertyDecorator {
  return isThat('isCountry', (text) => /^[A-Z]{2}$/.test(text) && isISO31661Alpha2(text));
}

/** ISO 8601 with an offset or Z, in the years 2000 to 2100. Read it with `instantOf`. */
export function IsInstantText(): PropertyDecorator {
  return isThat('isInstant', (text) => INSTANT.test(text) && isInReach(() => instantOf(text).toString()));
}

/** `YYYY-MM-DD`, a day that exists, in the years 2000 to 2100. */
export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return isThat(
    'isDateOnly',
    (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isInReach(() => Temporal.PlainDate.from(text).toString()),
    options,
  );
}

/** `HH:MM`, 00:00 to 23:59. */
export function IsLocalTime(): PropertyDecorator {
  return isThat('isLocalTime', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));
}

/** Text without control or direction characters, at most `max` UTF-16 units; one line unless `multiline`. */
export function IsPlainText({ max, multiline = false }: { max: number; multiline?: boolean }) {
  return applyDecorators(
    IsString(),
    MaxLength(max),
    isThat('isSafeText', (text) => !UNSAFE.test(text)),
    ...(multiline ? [] : [isThat('isSingleLine', (text) => !/[\t\r\n\u2028\u2029]/.test(text))]),
  );
}

/**
 * What a person or a clinic is called, at most `max` UTF-16 units in one line. It stands in mails to people who did
 * not ask for them: nothing there may lead to an address of somebody's choice.
 */
export function IsName({ max }: { max: number }) {
  return applyDecorators(
    IsPlainText({ max }),
    isThat('isWithoutLink', (text) => !LINK.test(text.normalize('NFKC'))),
  );
}

/** One plain address (no display name): at most 64 characters before the @, 254 in all (RFC 5321). */
export function IsEmailAddress(): PropertyDecorator {
  return isThat('isEmail', (text) => {
    if (text.length > 254 || !EMAIL.test(text) || UNSAFE.test(text) || LONE_SURROGATE.test(text))
      return false;
    return mailHost(text.slice(text.lastIndexOf('@') + 1)) !== null;
  });
}

/** The instant of a text that passed `IsInstantText`, to the millisecond. @throws RangeError */
export function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text).round('millisecond');
}

function isThat(
  name: string,
  holds: (text: string) => boolean,
  options?: ValidationOptions,
): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && holds(value);
  return ValidateBy({ name, validator: { validate } }, options);
}

function isInReach(isoText: () => string): boolean {
  try {
    const year = Number(/^(\d{4})-/.exec(isoText())?.[1] ?? NaN);
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  } catch {
    return false;
  }
}

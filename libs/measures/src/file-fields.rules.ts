import type { MeasureTrouble } from './measure-file.types.js';

// Control characters, and the marks that turn the reading direction of what follows.
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u;
const PLAIN_ID = /^[a-z0-9](?:-?[a-z0-9])*$/;
const LONGEST_ID = 40;
/** A file with more than this is told no more. */
const MOST_TROUBLES = 100;

/**
 * Reads what somebody uploaded, field by field, and notes what is wrong. Every reader answers something usable, so
 * that one pass tells everything. Only own fields are read, and nothing of what was given is kept but its values.
 */
export class FileFields {
  readonly troubles: MeasureTrouble[] = [];

  say(field: string, code: string, params: MeasureTrouble['params'] = {}): void {
    if (this.troubles.length < MOST_TROUBLES) this.troubles.push({ field, code, params });
  }

  /** What is made of its own fields by name, or `otherwise`; a field that is not known is noted. */
  object<Made>(
    value: unknown,
    field: string,
    known: readonly string[],
    { read, otherwise }: { read: (own: ReadonlyMap<string, unknown>) => Made; otherwise: Made },
  ): Made {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.say(field, value === undefined ? 'isDefined' : 'isObject');
      return otherwise;
    }
    const own = new Map<string, unknown>(Object.entries(value));
    for (const name of own.keys()) {
      // A name is shown to whoever uploaded it: a short one.
      if (!known.includes(name)) this.say(at(field, name.slice(0, LONGEST_ID)), 'whitelistValidation');
    }
    return read(own);
  }

  /** Was anything wrong at this place, or within it? */
  isTrouble(field: string): boolean {
    return this.troubles.some((one) => one.field === field || one.field.startsWith(`${field}.`));
  }

  /** One line, `max` UTF-16 units at most. */
  text(value: unknown, field: string, max: number): string {
    if (typeof value !== 'string') this.say(field, value === undefined ? 'isDefined' : 'isString');
    else if (value.trim() === '') this.say(field, 'isNotEmpty');
    else if (value.length > max) this.say(field, 'maxLength', { max });
    else if (UNSAFE.test(value)) this.say(field, 'isSafeText');
    else if (/[\t\r\n\u2028\u2029]/.test(value)) this.say(field, 'isSingleLine');
    else return value;
    return '';
  }

  /** Small letters, figures and single hyphens; never a name that every object has. */
  id(value: unknown, field: string): string {
    const id = this.text(value, field, LONGEST_ID);
    if (id !== '' && (!PLAIN_ID.test(id) || id in {})) this.say(field, 'matches');
    return id;
  }

  /** A whole number, both bounds included. */
  integer(value: unknown, field: string, { min, max }: { min: number; max: number }): number {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.say(field, value === undefined ? 'isDefined' : 'isInt');
      return min;
    }
    if (value < min) this.say(field, 'min', { min });
    if (value > max) this.say(field, 'max', { max });
    return value;
  }

  flag(value: unknown, field: string): boolean {
    if (typeof value !== 'boolean') this.say(field, 'isBoolean');
    return value === true;
  }

  /** Each entry read in its place, `max` of them at most. */
  list<Entry>(
    value: unknown,
    field: string,
    { min, max }: { min: number; max: number },
    read: (entry: unknown, field: string) => Entry,
  ): Entry[] {
    if (!Array.isArray(value)) {
      this.say(field, value === undefined ? 'isDefined' : 'isArray');
      return [];
    }
    if (value.length < min) this.say(field, 'arrayMinSize', { min });
    if (value.length > max) this.say(field, 'arrayMaxSize', { max });
    return value.slice(0, max).map((entry, index) => read(entry, at(field, String(index))));
  }

  unique(values: readonly (string | number)[], field: string): void {
    if (new Set(values).size !== values.length) this.say(field, 'arrayUnique');
  }
}

/** The place of a field within another. */
export function at(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}

import { isCode, wordsIn } from './say.js';
import type { Code, Say } from './say.js';
import { clockWords, dateWords } from './when.js';

/** A reason as the schedule rules give it: a code without its place, and its parameters. */
export interface CodedReason {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

/**
 * Words one reason. `HH:MM` becomes a clock time, `YYYY-MM-DD` a day. A code or parameter this version
 * does not know (a row written by a newer one) is worded in general rather than failing a page.
 */
export function wordReason(reason: CodedReason, locale = 'en-US'): string {
  return wordCoded('reason', reason.code, readable(reason.params, locale), locale);
}

/** Words a whole-request problem by its code, e.g. `not-found`. */
export function wordProblem(code: string, params: CodedReason['params'] = {}, locale = 'en-US'): string {
  return wordCoded('problem', code, params, locale);
}

/** Words what to do about one field, by the validator's code, e.g. `isEmail`. */
export function wordField(code: string, params: CodedReason['params'] = {}, locale = 'en-US'): string {
  return wordCoded('field', code, readable(params, locale), locale);
}

const fallback = { reason: 'reason.other', problem: 'problem.internal', field: 'field.other' } as const;

function wordCoded(
  place: keyof typeof fallback,
  code: string,
  params: CodedReason['params'],
  locale: string,
): string {
  const full = `${place}.${code}`;
  const say = wordsIn(locale);
  if (!isCode(full)) return say(fallback[place]);
  try {
    return (say as LooseSay)(full, params);
  } catch {
    return say(fallback[place]);
  }
}

/** The parameters come from a row or an answer, so only the formatter can tell whether they suffice. */
type LooseSay = (code: Code, params: CodedReason['params']) => ReturnType<Say>;

function readable(params: CodedReason['params'], locale: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, readableValue(value, locale)]),
  );
}

function readableValue(value: string | number, locale: string): string | number {
  if (typeof value === 'number') return value;
  if (/^\d\d:\d\d$/.test(value)) return clockWords(value, locale);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dateWords(value, locale);
  return value;
}

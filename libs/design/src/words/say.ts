import { IntlMessageFormat } from 'intl-messageformat';
import { catalogueFor, type Catalogue } from './catalogue.js';
import type { ParamsOf } from './params.js';

/** A code of the message catalogue. */
export type Code = keyof Catalogue;

/** The parameters a message needs; empty when it needs none. */
export type ParamsFor<C extends Code> = ParamsOf<Catalogue[C]>;

type Rest<C extends Code> = keyof ParamsFor<C> extends never ? [] : [params: ParamsFor<C>];

/** Words one message in the locale it was made for. A missing parameter is a type error. */
export type Say = <C extends Code>(code: C, ...params: Rest<C>) => string;

/**
 * The catalogue in one locale (BCP 47, e.g. `en-US`). A language that has no catalogue is worded in
 * English, and so are its numbers and plurals: half a translation reads worse than none.
 */
export function wordsIn(locale: string): Say {
  const { messages, formatLocale } = catalogueFor(locale);
  return (code, ...params) => formatted(formatLocale, code, messages[code], params[0] as Params | undefined);
}

/** The catalogue in US English, where nobody's locale is known: logs of the console, tests. */
export const say: Say = wordsIn('en-US');

/** Is this string, which came from outside (a stored reason, an answer of the API), a code we word? */
export function isCode(code: string): code is Code {
  return Object.hasOwn(catalogueFor('en').messages, code);
}

type Params = Record<string, string | number>;

const formats = new Map<string, IntlMessageFormat>();

function formatted(locale: string, code: string, text: string, params: Params | undefined): string {
  if (!text.includes('{')) return text;
  const key = `${locale} ${code}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(text, locale);
    formats.set(key, format);
  }
  return String(format.format(params));
}

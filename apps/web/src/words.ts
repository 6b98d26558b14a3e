import { consoleWords } from '@app/design/words/en/console.js';
import { IntlMessageFormat } from 'intl-messageformat';

export type ConsoleCode = keyof typeof consoleWords;
type Params = Record<string, string | number>;

const formats = new Map<ConsoleCode, IntlMessageFormat>();

/** The console's own words; `params` fill the ICU message. */
export function say(code: ConsoleCode, params?: Params): string {
  let format = formats.get(code);
  if (!format) formats.set(code, (format = new IntlMessageFormat(consoleWords[code], 'en')));
  return String(format.format(params));
}

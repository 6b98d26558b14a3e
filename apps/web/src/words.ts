import { care } from '@app/design/words/en/care.js';
import { checkIns } from '@app/design/words/en/check-ins.js';
import { consoleWords } from '@app/design/words/en/console.js';
import type { ParamsOf } from '@app/design/words/params.js';
import { IntlMessageFormat } from 'intl-messageformat';

/** Only what staff read: the words of mail and of the client's pages do not travel to the console. */
export const words = { ...consoleWords, ...care, ...checkIns };

type Words = typeof words;
export type ConsoleCode = keyof Words;
type Rest<C extends ConsoleCode> = keyof ParamsOf<Words[C]> extends never ? [] : [params: ParamsOf<Words[C]>];

const formats = new Map<ConsoleCode, IntlMessageFormat>();

/** The console's words by their code; a missing parameter is a type error. */
export function say<C extends ConsoleCode>(code: C, ...[params]: Rest<C>): string {
  const text: string = words[code];
  if (!text.includes('{')) return text;
  let format = formats.get(code);
  if (!format) formats.set(code, (format = new IntlMessageFormat(text, 'en-US')));
  return String(format.format(params as Record<string, string | number>));
}

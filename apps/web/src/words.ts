import { care } from '@app/design/words/en/care.js';
import { checkIns } from '@app/design/words/en/check-ins.js';
import { consoleWords } from '@app/design/words/en/console.js';
import type { ParamsOf } from '@app/design/words/params.js';
import { IntlMessageFormat } from 'intl-messageformat';

/**
 * Only what staff read: the words of mail and of the client's pages do not travel to the console. What only
 * screens that are loaded later say is in `words-entry.ts` and its like, and comes with them.
 */
export const words = { ...consoleWords, ...care, ...checkIns };

export type ConsoleCode = keyof typeof words;
type Rest<Text extends string> = keyof ParamsOf<Text> extends never ? [] : [params: ParamsOf<Text>];

/** Words by their code; a missing parameter is a type error. */
export function sayFrom<W extends Record<string, string>>(catalogue: W) {
  const formats = new Map<keyof W, IntlMessageFormat>();
  return <C extends keyof W>(code: C, ...[params]: Rest<W[C]>): string => {
    const text = catalogue[code] as string;
    if (!text.includes('{')) return text;
    let format = formats.get(code);
    if (!format) formats.set(code, (format = new IntlMessageFormat(text, 'en-US')));
    return String(format.format(params as Record<string, string | number>));
  };
}

/** The words every screen may say. */
export const say = sayFrom(words);

import { consoleEntry } from '@app/design/words/en/console-entry.js';
import { sayFrom, words } from './words.js';

const entryWords = { ...words, ...consoleEntry };

/** As `say` of `words.ts`, with the words of signing in and of one's own account. */
export const say = sayFrom(entryWords);

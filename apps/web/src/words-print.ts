import { consoleBrief } from '@app/design/words/en/console-brief.js';
import { consolePrint } from '@app/design/words/en/console-print.js';
import { consoleThreads } from '@app/design/words/en/console-threads.js';
import { sayFrom, words } from './words.js';

/** What a printed brief says; it comes with the brief. */
export const say = sayFrom({ ...words, ...consoleThreads, ...consoleBrief, ...consolePrint });

import { consoleThreads } from '@app/design/words/en/console-threads.js';
import { sayFrom, words } from './words.js';

/** What marks, threads and the course of a client say; it comes with their screens. */
export const say = sayFrom({ ...words, ...consoleThreads });

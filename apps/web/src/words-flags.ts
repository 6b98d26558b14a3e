import { consoleFlags } from '@app/design/words/en/console-flags.js';
import { sayFrom, words } from './words.js';

/** What the safety screens and an opened flag say; it comes with them. */
export const say = sayFrom({ ...words, ...consoleFlags });

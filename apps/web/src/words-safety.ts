import { consoleSafety } from '@app/design/words/en/console-safety.js';
import { sayFrom, words } from './words.js';

/** What the settings of the safety lane and of the pattern notes say; it comes with them. */
export const say = sayFrom({ ...words, ...consoleSafety });

import { consoleBrief } from '@app/design/words/en/console-brief.js';
import { sayFrom, words } from './words.js';

/** What the brief says; it comes with it. */
export const say = sayFrom({ ...words, ...consoleBrief });

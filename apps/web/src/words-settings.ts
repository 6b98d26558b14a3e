import { consoleSettings } from '@app/design/words/en/console-settings.js';
import { sayFrom, words } from './words.js';

/** What only the settings and the first steps say; it comes with them. */
export const say = sayFrom({ ...words, ...consoleSettings });

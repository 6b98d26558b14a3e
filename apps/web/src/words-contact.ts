import { consoleContact } from '@app/design/words/en/console-contact.js';
import { sayFrom, words } from './words.js';

/** What a client's emergency contact says; it comes with their details. */
export const say = sayFrom({ ...words, ...consoleContact });

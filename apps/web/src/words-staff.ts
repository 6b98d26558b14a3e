import { consoleStaff } from '@app/design/words/en/console-staff.js';
import { sayFrom, words } from './words.js';

/** What only staff and roles say; it comes with them. */
export const say = sayFrom({ ...words, ...consoleStaff });

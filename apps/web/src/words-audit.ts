import { consoleAudit } from '@app/design/words/en/console-audit.js';
import { sayFrom, words } from './words.js';

/** As `say` of `words.ts`, with the words of the audit log. */
export const say = sayFrom({ ...words, ...consoleAudit });

import { consent } from '@app/design/words/en/consent.js';
import { consoleDelivery } from '@app/design/words/en/console-delivery.js';
import { sayFrom, words } from './words.js';

/** As `say` of `words.ts`, with how a client is asked, what they agree to, and what became of e-mails. */
export const say = sayFrom({ ...words, ...consent, ...consoleDelivery });

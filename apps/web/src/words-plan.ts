import { consoleBrings } from '@app/design/words/en/console-brings.js';
import { consolePlan } from '@app/design/words/en/console-plan.js';
import { sayFrom, words } from './words.js';

/** What the plan editor says; it comes with it. */
export const say = sayFrom({ ...words, ...consoleBrings, ...consolePlan });

import { consoleSafetyPlan } from '@app/design/words/en/console-safety-plan.js';
import { sayFrom, words } from './words.js';

/** What a safety plan says; it comes with the client's section and with an opened flag. */
export const say = sayFrom({ ...words, ...consoleSafetyPlan });

import { consoleBrings } from '@app/design/words/en/console-brings.js';
import { sayFrom } from './words.js';

/** What the plan templates and a client's plan say alike of a version; it comes with either. */
export const say = sayFrom(consoleBrings);

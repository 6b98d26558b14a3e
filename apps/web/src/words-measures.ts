import { consoleMeasures } from '@app/design/words/en/console-measures.js';
import { measures } from '@app/design/words/en/measures.js';
import { sayFrom, words } from './words.js';

/** As `say` of `words.ts`, with what the measures say. */
export const say = sayFrom({ ...words, ...measures, ...consoleMeasures });

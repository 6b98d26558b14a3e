import type { GoldenCourse } from '../golden.types.js';
import { GIVEN_BACK } from './given-back.data.js';
import { LANES } from './lanes.data.js';
import { MEASURED } from './measures.data.js';
import { OWN_WORDS } from './own-word.data.js';
import { SILENCES } from './silence.data.js';
import { TRIGGERS } from './triggers.data.js';

/** Every golden course. Names are unique: a course is found by its name. */
export const GOLDEN: readonly GoldenCourse[] = [
  ...OWN_WORDS,
  ...SILENCES,
  ...GIVEN_BACK,
  ...TRIGGERS,
  ...MEASURED,
  ...LANES,
];

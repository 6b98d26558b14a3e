import type { Story } from './story.types.js';
import { JUNE, NADIA, TEODOR } from './stories/beginnings.js';
import { IMANI } from './stories/imani.js';
import { MARCUS } from './stories/marcus.js';
import { PRIYA } from './stories/priya.js';
import { ROWAN } from './stories/rowan.js';

/** Invented people and words; nobody in here is real. */
export const FERNHOLLOW_STORIES: readonly Story[] = [ROWAN, PRIYA, TEODOR, MARCUS, IMANI, JUNE];

export const HARROW_LANE_STORIES: readonly Story[] = [NADIA];

import type { ChipCode } from '../prompt-template.types.js';

export const ALL_CHALLENGES: readonly ChipCode[] = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];
export const ALL_SHIFTS: readonly ChipCode[] = ['S1', 'S2', 'S3', 'S4'];

/** The steps one after the other; the first client comes when they are done. */
export const STEPS = ['zone', 'crisis-contacts', 'reading-days', 'sender', 'rosters', 'hours'] as const;
export type Step = (typeof STEPS)[number];

/** Who answers it: one of the clinic's two rosters. */
export type SafetyLane = 'psychological' | 'medical';

export interface SafetySignMeaning {
  lane: SafetyLane;
  /** Red: now. Amber: the same day. */
  colour: 'red' | 'amber';
}

/** What a safety check offers to tap; its words stand in the catalogue. PRODUCT 8. */
export const SAFETY_SIGNS = {
  'chest-pain': { lane: 'medical', colour: 'red' },
  breathing: { lane: 'medical', colour: 'red' },
  'severe-headache': { lane: 'medical', colour: 'red' },
  fainting: { lane: 'medical', colour: 'red' },
  vomiting: { lane: 'medical', colour: 'red' },
  confusion: { lane: 'medical', colour: 'red' },
  voices: { lane: 'psychological', colour: 'red' },
  paranoia: { lane: 'psychological', colour: 'red' },
  'feeling-unsafe': { lane: 'psychological', colour: 'red' },
  'unsafe-at-home': { lane: 'psychological', colour: 'red' },
  'harm-to-others': { lane: 'psychological', colour: 'red' },
  unreality: { lane: 'psychological', colour: 'amber' },
  'racing-without-sleep': { lane: 'psychological', colour: 'amber' },
  urinary: { lane: 'medical', colour: 'amber' },
  'craving-or-extra-doses': { lane: 'medical', colour: 'amber' },
} as const satisfies Record<string, SafetySignMeaning>;

export type SafetySign = keyof typeof SAFETY_SIGNS;

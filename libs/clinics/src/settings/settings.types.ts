/** Where else a client can turn. The first two take the place of their country's lines. */
export const CRISIS_CONTACT_KINDS = ['crisis-line', 'emergency', 'outside-care-team'] as const;
export type CrisisContactKind = (typeof CRISIS_CONTACT_KINDS)[number];

/** Who answers which safety flags. */
export const ROSTER_KINDS = ['psychological', 'medical'] as const;
export type RosterKind = (typeof ROSTER_KINDS)[number];

/** What is wrong with one field of a setting. */
export interface SettingTrouble {
  field: string;
  code: string;
}

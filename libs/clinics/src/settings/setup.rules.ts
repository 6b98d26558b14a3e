import type { CrisisContactKind, RosterKind } from './settings.types.js';

/** What a new clinic is led through, in this order. */
export const SETUP_STEPS = [
  'zone',
  'crisis-contacts',
  'reading-days',
  'rosters',
  'hours',
  'first-client',
] as const;
export type SetupStepCode = (typeof SETUP_STEPS)[number];

/** What is known of a clinic. */
export interface SetupFacts {
  /** An admin has saved a location since it was made: zone and hours stand together on that form. */
  locationSaved: boolean;
  /** Crisis line and emergency number of the country are known. */
  countryLinesKnown: boolean;
  crisisContacts: readonly CrisisContactKind[];
  readingDays: readonly number[];
  /** Of those whose people all work here. */
  rosters: readonly RosterKind[];
  hasClient: boolean;
}

/** Is this step done? */
export function isDone(step: SetupStepCode, facts: SetupFacts): boolean {
  switch (step) {
    case 'zone':
    case 'hours':
      return facts.locationSaved;
    case 'crisis-contacts': {
      const has = (kind: CrisisContactKind) => facts.crisisContacts.includes(kind);
      const lines = facts.countryLinesKnown || (has('crisis-line') && has('emergency'));
      return lines && has('outside-care-team');
    }
    case 'reading-days':
      return facts.readingDays.length > 0;
    case 'rosters':
      return facts.rosters.includes('psychological') && facts.rosters.includes('medical');
    case 'first-client':
      return facts.hasClient;
  }
}

/** The steps that stand between a clinic and its clients. Its first client comes after. */
export function stepsInTheWay(facts: SetupFacts): SetupStepCode[] {
  return SETUP_STEPS.filter((step) => step !== 'first-client' && !isDone(step, facts));
}

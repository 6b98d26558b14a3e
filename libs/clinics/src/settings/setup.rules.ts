import type { CrisisContactKind, RosterKind } from './settings.types.js';

/** What a new clinic is led through, in this order. */
export const SETUP_STEPS = [
  'zone',
  'crisis-contacts',
  'reading-days',
  'sender',
  'rosters',
  'hours',
  'first-client',
] as const;
export type SetupStepCode = (typeof SETUP_STEPS)[number];

/** Without these no prompt leaves: where else to turn, who reads when, and whom an answer to the e-mail reaches. */
const PROMPT_NEEDS = ['crisis-contacts', 'reading-days', 'sender'] as const satisfies SetupStepCode[];
/** Beside them: nothing that asks a safety question goes out before somebody receives its answer. */
const SAFETY_NEEDS = ['rosters'] as const satisfies SetupStepCode[];
export type PromptNeed = (typeof PROMPT_NEEDS)[number] | (typeof SAFETY_NEEDS)[number];

/** What is known of a clinic. */
export interface SetupFacts {
  /** An admin has saved a location since it was made: zone and hours stand together on that form. */
  locationSaved: boolean;
  /** Crisis line and emergency number of the country are known. */
  countryLinesKnown: boolean;
  crisisContacts: readonly CrisisContactKind[];
  readingDays: readonly number[];
  /** Somebody opened the link that went to the address of its answers. */
  senderVerified: boolean;
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
    case 'sender':
      return facts.senderVerified;
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

/**
 * What stands between a clinic and its first prompt.
 * @param asksSafety something of it asks how safe a client is
 */
export function promptNeedsOf(facts: SetupFacts, asksSafety = false): PromptNeed[] {
  const needs: readonly PromptNeed[] = asksSafety ? [...PROMPT_NEEDS, ...SAFETY_NEEDS] : PROMPT_NEEDS;
  return needs.filter((need) => !isDone(need, facts));
}

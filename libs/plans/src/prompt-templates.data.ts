import type { PromptTemplate } from './prompt-template.types.js';
import { AROUND_CARE } from './starters/around-care.data.js';
import { ARC } from './starters/arc.data.js';
import { CARE_CHECKS } from './starters/care-checks.data.js';
import { CHALLENGES } from './starters/challenges.data.js';
import { LIFE } from './starters/life.data.js';
import { SHIFTS } from './starters/shifts.data.js';
import type { Starter } from './starters/starter.types.js';

/**
 * Our own starters, in our own words: short, plain, warm, reading grade 6 at most. What asks about safety goes
 * live only where somebody receives the answer. Append a new version instead of editing one: what was asked stays what was asked.
 */
export const PROMPT_TEMPLATES: readonly Starter[] = [
  ...AROUND_CARE,
  ...CHALLENGES,
  ...SHIFTS,
  ...ARC,
  ...LIFE,
  ...CARE_CHECKS,
];

/** The newest version of each starter, in the order of the library. */
export const NEWEST_STARTERS: readonly Starter[] = PROMPT_TEMPLATES.filter(
  (one) => !PROMPT_TEMPLATES.some(({ code, version }) => code === one.code && version > one.version),
);

/** The newest version of a starter, or undefined. */
export function newestStarter(code: string): Starter | undefined {
  return NEWEST_STARTERS.find((one) => one.code === code);
}

/** The starter of a code in one version, or undefined. */
export function findStarter(code: string, version: number): Starter | undefined {
  return PROMPT_TEMPLATES.find((one) => one.code === code && one.version === version);
}

/** The starter of a code in one version. Throws when there never was one. */
export function promptTemplate(code: string, version: number): PromptTemplate {
  const found = findStarter(code, version);
  if (!found) throw new Error(`There is no prompt template ${code} version ${version}.`);
  return found;
}

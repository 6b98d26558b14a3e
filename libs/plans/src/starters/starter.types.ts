import type { PromptTemplate } from '../prompt-template.types.js';

/** What PRODUCT 5 asks for, one to one: challenges, shifts, the arc, the life around it, and the rest. */
export const STARTER_NUMBERS = [
  'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7',
  'S1', 'S2', 'S3', 'S4',
  'A1', 'A2', 'A3', 'A4',
  'L1', 'L2', 'E1', 'P1', 'Z1', 'Q1',
] as const; // prettier-ignore
export type StarterNumber = (typeof STARTER_NUMBERS)[number];

/** A prompt template of ours. */
export interface Starter extends PromptTemplate {
  /** Which of the twenty-one it is; null for what we add to them. */
  covers: StarterNumber | null;
}

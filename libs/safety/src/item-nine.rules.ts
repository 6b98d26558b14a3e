import { Temporal } from 'temporal-polyfill';
import type { FeelsSafe } from '@app/reflections/answer.types.js';
import type { FlagColour } from './flag.types.js';

/** What is known when a client has answered the item about being better off dead. */
export interface ItemNine {
  /** 0 (not at all) to 3. */
  value: number;
  /** The one before; null where it was never answered. */
  previousValue: number | null;
  /** "Do you feel safe until you next talk with us?"; null: not answered, or not yet. */
  feelsSafe: FeelsSafe | null;
  /** A clinician made a safety plan with the client within the last 30 days. */
  hasRecentSafetyPlan: boolean;
}

/** Amber that turns red at `settlesAt` unless the client says "yes" before. */
export interface ItemNineColour {
  colour: FlagColour;
  settlesAt: Temporal.Instant | null;
}

/** How old a safety plan may be, in days. */
export const SAFETY_PLAN_DAYS = 30;

/** How long the answer to the question that follows is waited for. */
export const SETTLES_AFTER_MINUTES = 10;

/**
 * The colour of the flag, or null where there is nothing to raise. Red unless everything speaks for amber: 1 as
 * the time before, a safety plan that is current, and "yes". Only where the client has not said yet is it waited for.
 */
export function itemNineColour(item: ItemNine, now: Temporal.Instant): ItemNineColour | null {
  const { value, previousValue, feelsSafe, hasRecentSafetyPlan } = item;
  if (value <= 0) return null;
  const isUnchanged = value === 1 && previousValue === 1;
  const speaksForAmber = isUnchanged && hasRecentSafetyPlan;
  if (!speaksForAmber) return { colour: 'red', settlesAt: null };
  if (feelsSafe === 'yes') return { colour: 'amber', settlesAt: null };
  if (feelsSafe !== null) return { colour: 'red', settlesAt: null };
  return { colour: 'amber', settlesAt: now.add({ minutes: SETTLES_AFTER_MINUTES }) };
}

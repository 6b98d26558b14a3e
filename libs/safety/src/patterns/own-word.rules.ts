import type { Temporal } from 'temporal-polyfill';
import { dayOf, isWithin, reflectionsUntil } from './course-order.rules.js';
import type { CourseFacts, PatternNote, PatternThresholds } from './pattern.types.js';

/** The client said so: "yes, something old came back". Their last answer counts, as long as it is fresh. */
export function ownWord(
  facts: CourseFacts,
  { freshDays }: PatternThresholds,
  now: Temporal.Instant,
): PatternNote | null {
  const { timeZone } = facts;
  const said = reflectionsUntil(facts, now)
    .filter(({ saidOldReturned }) => saidOldReturned !== null)
    .at(-1);
  if (!said?.saidOldReturned || !isWithin(said.sentAt, now, { days: freshDays, timeZone })) return null;
  return {
    rule: 'own-word',
    figures: [{ code: 'said-old-returned', params: { on: dayOf(said.sentAt, timeZone) } }],
    reflectionIds: [said.id],
    at: said.sentAt,
  };
}

/** The client chose one of the early signs that were agreed with them. Every fresh choice is named. */
export function earlySign(
  facts: CourseFacts,
  { freshDays }: PatternThresholds,
  now: Temporal.Instant,
): PatternNote | null {
  const { timeZone } = facts;
  const chosen = reflectionsUntil(facts, now).filter(
    ({ chosenSigns, sentAt }) =>
      chosenSigns.length > 0 && isWithin(sentAt, now, { days: freshDays, timeZone }),
  );
  const newest = chosen.at(-1);
  if (!newest) return null;
  return {
    rule: 'early-sign',
    figures: chosen.map(({ chosenSigns, sentAt }) => ({
      code: 'signs-chosen',
      params: { count: new Set(chosenSigns.map(({ id }) => id)).size, on: dayOf(sentAt, timeZone) },
    })),
    reflectionIds: chosen.map(({ id }) => id),
    at: newest.sentAt,
  };
}

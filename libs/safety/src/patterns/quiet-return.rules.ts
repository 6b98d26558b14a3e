import { Temporal } from 'temporal-polyfill';
import { reflectionsUntil } from './course-order.rules.js';
import { givenBack } from './given-back.rules.js';
import { measureUp } from './measure-up.rules.js';
import { earlySign, ownWord } from './own-word.rules.js';
import type { CourseFacts, PatternNote, PatternThresholds, WeakSign } from './pattern.types.js';
import { sameTrigger } from './same-trigger.rules.js';
import { silence } from './silence.rules.js';
import { swamped } from './swamped.rules.js';

/** How many of the five it takes. PRODUCT 8: no clinic changes that one. */
const SIGNS_NEEDED = 2;

/**
 * What is worth asking about on the call; page nobody with it. The client's own "yes" and a chosen early sign each
 * make a note alone; of the five weak signs it takes two. In this order, each at most once.
 */
export function patternNotes(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): PatternNote[] {
  const notes = [ownWord, earlySign, quietReturn].map((rule) => rule(facts, thresholds, now));
  return notes.filter((note) => note !== null);
}

/** Two or more of the five, with the figures of each. */
export function quietReturn(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): PatternNote | null {
  const signs = weakSigns(facts, thresholds, now);
  const [first] = signs;
  if (!first || signs.length < SIGNS_NEEDED) return null;
  const restsOn = new Set(signs.flatMap(({ reflectionIds }) => reflectionIds));
  return {
    rule: 'quiet-return',
    figures: signs.flatMap(({ figures }) => figures),
    reflectionIds: reflectionsUntil(facts, now)
      .map(({ id }) => id)
      .filter((id) => restsOn.has(id)),
    at: signs.reduce((newest, { at }) => (Temporal.Instant.compare(at, newest) > 0 ? at : newest), first.at),
  };
}

/** Whether each of the five stands, whatever it takes to make a note. */
export function weakSigns(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): WeakSign[] {
  const signs = [silence, givenBack, sameTrigger, swamped, measureUp].map((rule) =>
    rule(facts, thresholds, now),
  );
  return signs.filter((sign) => sign !== null);
}

/** A client of whom nothing was heard, and since when. Silence alone is information, not a sign of anything. */
export interface GoneQuiet {
  since: Temporal.Instant;
  note: PatternNote;
}

/** For Today: "Silence can mean a full week, or a hard one. Worth asking." */
export function goneQuiet(
  facts: CourseFacts,
  thresholds: PatternThresholds,
  now: Temporal.Instant,
): GoneQuiet | null {
  const found = silence(facts, thresholds, now);
  if (!found) return null;
  const { figures, reflectionIds, at, since } = found;
  return { since, note: { rule: 'gone-quiet', figures, reflectionIds, at } };
}

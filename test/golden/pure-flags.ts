import { Temporal } from 'temporal-polyfill';
import { SAFETY_SIGNS } from '@app/plans/safety-signs.js';
import { itemNineColour, SAFETY_PLAN_DAYS } from '@app/safety/item-nine.rules.js';
import { PHRASE_LISTS } from '@app/safety/phrases.data.js';
import { foundPhrases, phraseListOf } from '@app/safety/phrases.rules.js';
import { instantOn } from './golden-clock.js';
import type { ExpectedFlag, GoldenCourse } from './golden.types.js';
import { answersOf, eventsOf, type GivenAnswer } from './pure-course.js';

/** Flags that the rules raise for what was answered, and that nobody has closed; sorted by kind. */
export function flagsOf(course: GoldenCourse): ExpectedFlag[] {
  const closings = eventsOf(course, 'flags-closed').map(({ day, at }) => instantOn(day, at));
  const open = new Map<string, ExpectedFlag>();
  let previousItem9: number | null = null;
  for (const given of answersOf(course)) {
    const isClosed = closings.some((at) => Temporal.Instant.compare(at, given.sentAt) > 0);
    const raised = [itemNine(course, given, previousItem9), ...signs(given), phrase(given)];
    previousItem9 = given.answer.measure?.items['9'] ?? previousItem9;
    for (const flag of raised) {
      if (flag && !isClosed && open.get(flag.kind)?.colour !== 'red') open.set(flag.kind, flag);
    }
  }
  return [...open.values()].sort(byKind);
}

export function byKind(one: ExpectedFlag, other: ExpectedFlag): number {
  return one.kind < other.kind ? -1 : 1;
}

function itemNine(
  course: GoldenCourse,
  { answer, sentAt }: GivenAnswer,
  previousValue: number | null,
): ExpectedFlag | null {
  const value = answer.measure?.items['9'] ?? 0;
  const plans = eventsOf(course, 'safety-plan').map(({ day, at }) => instantOn(day, at));
  const hasRecentSafetyPlan = plans.some(
    (at) =>
      Temporal.Instant.compare(at, sentAt) <= 0 &&
      Temporal.Instant.compare(sentAt, at.add({ hours: 24 * SAFETY_PLAN_DAYS })) <= 0,
  );
  const feelsSafe = answer.feelsSafe ?? null;
  const found = itemNineColour({ value, previousValue, feelsSafe, hasRecentSafetyPlan }, sentAt);
  return found && { kind: 'item-9', colour: found.colour };
}

function signs({ answer: { safetySigns = [] } }: GivenAnswer): ExpectedFlag[] {
  return safetySigns.map((sign) => {
    const { lane, colour } = SAFETY_SIGNS[sign];
    const when = colour === 'red' ? 'now' : 'today';
    return { kind: `${lane === 'medical' ? 'body' : 'mind'}-${when}`, colour };
  });
}

function phrase({ answer: { words = '' } }: GivenAnswer): ExpectedFlag | null {
  return foundPhrases(words, phraseListOf('en', PHRASE_LISTS)!).length > 0
    ? { kind: 'phrase', colour: 'amber' }
    : null;
}

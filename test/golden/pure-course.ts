import { Temporal } from 'temporal-polyfill';
import { measureResultBody } from '@app/measures/measure-result.rules.js';
import type { MeasureResultBody } from '@app/measures/measure-result.types.js';
import { newestMeasure } from '@app/measures/measures.data.js';
import type {
  CourseFacts,
  MeasureFact,
  PromptFact,
  ReflectionFact,
} from '@app/safety/patterns/pattern.types.js';
import { GOLDEN_ZONE, instantOn, OPEN_DAYS, READ_AT, SENT_AT } from './golden-clock.js';
import type { GoldenAnswer, GoldenCourse, GoldenEvent } from './golden.types.js';

/** A reflection of a course: to a prompt, or unasked. */
export interface GivenAnswer {
  id: string;
  sentAt: Temporal.Instant;
  answer: GoldenAnswer;
  isUnasked: boolean;
  withdrawn: boolean;
}

type Of<Kind extends GoldenEvent['kind']> = Extract<GoldenEvent, { kind: Kind }>;

export function eventsOf<Kind extends GoldenEvent['kind']>({ events }: GoldenCourse, kind: Kind): Of<Kind>[] {
  return events.filter((event): event is Of<Kind> => event.kind === kind);
}

export function readAtOf({ readOn }: GoldenCourse): Temporal.Instant {
  return instantOn(readOn, READ_AT);
}

/** What was sent until the brief is read, oldest first. */
export function answersOf(course: GoldenCourse): GivenAnswer[] {
  const withdrawn = new Set(eventsOf(course, 'withdrawal').map(({ id }) => id));
  const given = [
    ...eventsOf(course, 'prompt').filter(({ end }) => end === 'answered'),
    ...eventsOf(course, 'unasked'),
  ];
  return given
    .map(({ id, day, at, answer, kind }) => ({
      id,
      answer,
      sentAt: instantOn(day, at),
      isUnasked: kind === 'unasked',
      withdrawn: withdrawn.has(id),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.sentAt, b.sentAt));
}

/** What is kept of a measure that was answered; null where none was. */
export function resultOf(course: GoldenCourse, { answer, sentAt }: GivenAnswer): MeasureResultBody | null {
  if (!answer.measure) return null;
  const { code, items } = answer.measure;
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(GOLDEN_ZONE).toPlainDate();
  const held = eventsOf(course, 'session').map(({ day, at }) => instantOn(day, at));
  const heldOn = held.filter((at) => Temporal.Instant.compare(at, sentAt) <= 0).map(dateOf);
  return measureResultBody(newestMeasure(code)!, {
    items,
    completedOn: dateOf(sentAt),
    series: { heldOn, isMoreToCome: false },
  });
}

/** The course as the rules are given it, when the brief is read. */
export function factsOf(course: GoldenCourse): CourseFacts {
  const now = readAtOf(course);
  const answers = answersOf(course);
  return {
    timeZone: GOLDEN_ZONE,
    sessionsHeldAt: eventsOf(course, 'session').map(({ day, at }) => instantOn(day, at)),
    prompts: eventsOf(course, 'prompt').map((event) => promptFact(event, now)),
    reflections: answers.map(reflectionFact),
    measures: answers.flatMap((given) => measureFact(course, given)),
    rests: eventsOf(course, 'rest').map(({ day, at, untilDay }) => ({
      from: instantOn(day, at),
      until: untilDay === null ? null : instantOn(untilDay, at),
    })),
  };
}

function promptFact({ end, day, at, sentOn }: Of<'prompt'>, now: Temporal.Instant): PromptFact {
  const sendAt = instantOn(sentOn, SENT_AT);
  const closesAt = sendAt.toZonedDateTimeISO(GOLDEN_ZONE).add({ days: OPEN_DAYS }).toInstant();
  const closedAt = end === 'answered' || end === 'skipped' ? instantOn(day, at) : closesAt;
  if (Temporal.Instant.compare(closedAt, now) > 0) return { sendAt, closedAt: null, outcome: 'open' };
  return { sendAt, closedAt, outcome: end === 'unanswered' ? 'expired' : end };
}

function reflectionFact({ id, sentAt, answer, isUnasked, withdrawn }: GivenAnswer): ReflectionFact {
  const { ease, energy, sleep, crowded, chips = [], shift, returned, signs = [] } = answer;
  return {
    id,
    sentAt,
    isUnasked,
    withdrawn,
    checkIns: { ...(ease && { ease }), ...(energy && { energy }), ...(sleep && { sleep }) },
    crowded: crowded ?? null,
    chips,
    choices: {},
    shift: shift ?? null,
    saidOldReturned: returned === undefined || returned === 'not-sure' ? null : returned === 'yes',
    chosenSigns: signs.map((sign) => ({ id: String(sign) })),
  };
}

function measureFact(course: GoldenCourse, given: GivenAnswer): MeasureFact[] {
  const body = resultOf(course, given);
  if (!body || body.total === null) return [];
  const { code, total, label } = body;
  return [{ reflectionId: given.id, code, total, label, completedAt: given.sentAt }];
}

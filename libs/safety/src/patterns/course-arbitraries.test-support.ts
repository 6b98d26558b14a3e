import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { CheckInStep } from '@app/reflections/answer.types.js';
import { SHIFT_RESPONSES, SHIFT_TRIGGERS } from '@app/reflections/answer.types.js';
import type {
  CourseFacts,
  MeasureFact,
  PromptFact,
  PromptOutcome,
  ReflectionFact,
  RestFact,
} from './pattern.types.js';

export const NOW = Temporal.Instant.from('2026-12-06T19:00:00Z');
export const ZONE = 'America/Boise';

/** Hours before `NOW`, as far back as 110 days. */
const hoursAgo = fc.integer({ min: 1, max: 110 * 24 });
export const instantAgo = hoursAgo.map((hours) => NOW.subtract({ hours }));
const step = fc.integer({ min: 1, max: 5 }).map((value) => value as CheckInStep);

export const promptFact = fc
  .record({ sendAt: instantAgo, outcome: fc.constantFrom<PromptOutcome>('answered', 'skipped', 'expired') })
  .map(({ sendAt, outcome }): PromptFact => {
    const closedAt = sendAt.add({ hours: outcome === 'expired' ? 14 * 24 : 6 });
    return Temporal.Instant.compare(closedAt, NOW) > 0
      ? { sendAt, closedAt: null, outcome: 'open' }
      : { sendAt, closedAt, outcome };
  });

export const reflectionFact = fc.record<ReflectionFact>({
  id: fc.uuid(),
  sentAt: instantAgo,
  checkIns: fc.record({ ease: step, energy: step, sleep: step }, { requiredKeys: [] }),
  crowded: fc.option(step),
  chips: fc.constant([]),
  choices: fc.constant({}),
  shift: fc.option(
    fc.record({
      trigger: fc.constantFrom(...SHIFT_TRIGGERS.slice(0, 2)),
      response: fc.constantFrom(...SHIFT_RESPONSES.slice(0, 2)),
      chip: fc.constant(null),
    }),
  ),
  saidOldReturned: fc.constantFrom(null, null, null, false, true),
  chosenSigns: fc.constantFrom([], [], [], [{ id: 'a' }]),
  isUnasked: fc.boolean(),
  withdrawn: fc.constantFrom(false, false, false, true),
});

const measureFact = fc.record<MeasureFact>({
  reflectionId: fc.uuid(),
  code: fc.constantFrom('phq-9', 'gad-7', 'phq-8'),
  total: fc.integer({ min: 0, max: 21 }),
  completedAt: instantAgo,
  label: fc.constant('after'),
});

export const restFact = instantAgo.chain((from) =>
  fc
    .option(fc.integer({ min: 1, max: 30 }))
    .map((days): RestFact => ({ from, until: days === null ? null : from.add({ hours: days * 24 }) })),
);

/** Any course, most of them with notes. */
export const courseFacts = fc.record<CourseFacts>({
  timeZone: fc.constant(ZONE),
  sessionsHeldAt: fc.array(instantAgo, { maxLength: 3 }),
  prompts: fc.array(promptFact, { maxLength: 14 }),
  reflections: fc.uniqueArray(reflectionFact, { maxLength: 16, selector: ({ id }) => id }),
  measures: fc.uniqueArray(measureFact, { maxLength: 6, selector: ({ reflectionId }) => reflectionId }),
  rests: fc.array(restFact, { maxLength: 1 }),
});

/** Nothing was sent, asked or held. */
export const NOTHING: CourseFacts = {
  timeZone: ZONE,
  sessionsHeldAt: [],
  prompts: [],
  reflections: [],
  measures: [],
  rests: [],
};

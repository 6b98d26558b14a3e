import type { AnchorKind, PlanStepSpec, StepPriority } from '@app/plans/plan-step.types.js';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type {
  AppointmentMark,
  ClientClock,
  PastPrompt,
  ScheduledPlan,
  SessionMark,
} from './prompt-schedule.types.js';

/** Test support: random clients. `PROPERTY_RUNS` sets how many; a failure prints its seed. */
export const PROPERTY_RUNS = Number(process.env['PROPERTY_RUNS'] ?? (process.env['CI'] ? 500 : 150));

/** Everything promptsFor reads. */
export interface Scene {
  plan: ScheduledPlan;
  sessions: SessionMark[];
  appointments: AppointmentMark[];
  clock: ClientClock;
  now: Temporal.Instant;
}

export const ALL_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

const TWO_YEARS_MINUTES = 2 * 365 * 24 * 60;
const start = Temporal.Instant.from('2026-01-01T00:00:00Z');

export const instants = fc
  .integer({ min: 0, max: TWO_YEARS_MINUTES })
  .map((minutes) => start.add({ minutes }));

export const timesOfDay = fc.integer({ min: 0, max: 24 * 4 - 1 }).map((quarter) => hhmm(quarter * 15));

/** Quiet hours of every shape: none, over midnight, within a day, ending or starting at midnight. */
export const quietHours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 80 }), fc.boolean())
  .map(([from, length, late]) => {
    const to = (from + length) % 96;
    const isLong = to === 0 && late && from > 0;
    return { quietFrom: hhmm(from * 15), quietTo: isLong ? '24:00' : hhmm(to * 15) };
  });

const usualDays: Record<AnchorKind, fc.Arbitrary<number>> = {
  'first-session': fc.integer({ min: -7, max: 0 }),
  'every-session': fc.integer({ min: -2, max: 28 }),
  'latest-session': fc.integer({ min: 0, max: 40 }),
  'next-appointment': fc.integer({ min: -3, max: 0 }),
  rhythm: fc.integer({ min: 1, max: 40 }),
  'series-rhythm': fc.integer({ min: 0, max: 14 }),
};

const usualPriority: Record<AnchorKind, StepPriority> = {
  'first-session': 'measure',
  'every-session': 'arc',
  'latest-session': 'arc',
  'next-appointment': 'appointment-eve',
  rhythm: 'rhythm',
  'series-rhythm': 'rhythm',
};

/** Mornings of every shape: some begin late, some end before noon, some days are holidays. */
const mornings = fc.record({
  timeZone: fc.constantFrom(...ALL_ZONES),
  openFrom: fc.constantFrom('06:30', '08:00', '09:00', '11:15'),
  openTo: fc.constantFrom('11:30', '12:30', '17:00'),
  openDays: fc.constantFrom([1, 2, 3, 4, 5], [1, 3], [2], [4, 5, 6, 7]),
  holidays: fc.array(fc.integer({ min: 0, max: 730 }), { maxLength: 30 }).map((days) =>
    days.map((day) =>
      start
        .add({ hours: 24 * day })
        .toString()
        .slice(0, 10),
    ),
  ),
});

/** What a measure asks of its step; half of them ask about safety. */
const measures = fc.constantFrom<Partial<PlanStepSpec>>(
  { recallDays: 14 },
  { recallDays: 14, staffedMornings: true },
  { recallDays: 30 },
  { recallDays: 14, staffedMornings: true, midSeries: true },
);

function stepsOf(anchor: AnchorKind): fc.Arbitrary<Omit<PlanStepSpec, 'stepId'>> {
  return fc
    .tuple(timingOf(anchor), measures)
    .map(([step, measure]) => (step.priority === 'measure' ? { ...step, ...measure } : step));
}

function timingOf(anchor: AnchorKind): fc.Arbitrary<Omit<PlanStepSpec, 'stepId'>> {
  return fc.record({
    anchor: fc.constant(anchor),
    days: usualDays[anchor],
    everyDays: fc.constantFrom(7, 14, 30),
    localTime: timesOfDay,
    latenessHours: fc.constantFrom(1, 6, 24, 48, 96, 336),
    nudgeAfterDays: fc.constantFrom(1, 2, 3),
    slowestPace: fc.constantFrom('gentle', 'gentle', 'steady', 'often'),
    priority: fc.constantFrom<StepPriority>(
      usualPriority[anchor],
      usualPriority[anchor],
      'safety-check',
      'measure',
    ),
  });
}

const anchors: AnchorKind[] = [
  'first-session',
  'every-session',
  'latest-session',
  'next-appointment',
  'rhythm',
  'series-rhythm',
];
const steps = fc
  .array(fc.constantFrom(...anchors).chain(stepsOf), { minLength: 4, maxLength: 12 })
  .map((list) =>
    list.map((step, index): PlanStepSpec => ({ ...step, stepId: `step${String(index).padStart(2, '0')}` })),
  );

/** A client with a plan and a course around `now`; few prompts are sent yet. */
export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    zone: fc.constantFrom(...ALL_ZONES),
    now: instants,
    steps,
    liveDaysAgo: fc.integer({ min: 0, max: 60 }),
    quiet: quietHours,
    pace: fc.constantFrom('gentle' as const, 'steady' as const, 'often' as const),
    sessions: fc.array(
      fc.record({
        hours: fc.integer({ min: -24 * 40, max: 24 * 30 }),
        status: fc.constantFrom('planned', 'completed', 'completed', 'cancelled', 'no_show'),
        isOpenSeries: fc.integer({ min: 0, max: 4 }).map((roll) => roll > 0),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    appointments: fc.array(
      fc.record({
        hours: fc.integer({ min: -48, max: 24 * 30 }),
        status: fc.constantFrom('booked', 'booked', 'cancelled'),
      }),
      { maxLength: 4 },
    ),
    rest: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.record({
          fromHours: fc.integer({ min: -72, max: 240 }),
          days: fc.option(fc.integer({ min: 1, max: 14 })),
        }),
      },
    ),
    mornings: fc.option(mornings, { freq: 4 }),
    sentDaysAgo: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
  })
  .map((roll): Scene => {
    const { now, zone } = roll;
    const today = now.toZonedDateTimeISO(zone).toPlainDate();
    const from = roll.rest && now.add({ hours: roll.rest.fromHours });
    return {
      now,
      plan: { planId: 'plan', liveFrom: now.subtract({ hours: 24 * roll.liveDaysAgo }), steps: roll.steps },
      sessions: roll.sessions.map(({ hours, status, isOpenSeries }, index) => ({
        id: `session${index}`,
        seriesId: isOpenSeries ? 'open' : 'closed',
        status: status as SessionMark['status'],
        heldAt: now.add({ hours }),
      })),
      appointments: roll.appointments.map(({ hours, status }, index) => ({
        id: `appointment${index}`,
        status: status as AppointmentMark['status'],
        startsAt: now.add({ hours }),
      })),
      clock: {
        timeZone: zone,
        ...roll.quiet,
        pace: roll.pace,
        rest: from
          ? { from, until: roll.rest?.days ? from.add({ hours: 24 * roll.rest.days }) : null }
          : null,
        openSeriesId: 'open',
        staffedMornings: roll.mornings,
        rostersStand: true,
        past: roll.sentDaysAgo.map((days) =>
          sentPast(`earlier/${days}/0`, today.subtract({ days }).toString()),
        ),
      },
    };
  });

export function sentPast(key: string, sentOn: string): PastPrompt {
  return { key, status: 'sent', sentOn, countsForDay: true, priority: 'arc', movedTo: null, nudgedOn: null };
}

function hhmm(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

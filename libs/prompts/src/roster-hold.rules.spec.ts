import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import fc from 'fast-check';
import { nudgeFor } from './nudges.rules.js';
import { promptsFor } from './prompt-schedule.rules.js';
import type { PlannedPrompt } from './prompt-schedule.types.js';
import { isHeldBack, waitsForRosters } from './roster-hold.rules.js';
import { PROPERTY_RUNS, scenes } from './schedule-arbitraries.js';
import { at, clock, codes, only, past, schedule, step } from './schedule-examples.js';

const check = (over: Parameters<typeof step>[0] = {}) => step({ priority: 'safety-check', ...over });
const empty = { rostersStand: false };

/** Which prompt is the first after a clock change is told of whichever is first. */
const unmarked = ({ reasons, ...prompt }: PlannedPrompt) => ({
  ...prompt,
  reasons: reasons.filter(({ code }) => code !== 'first-after-clock-change'),
});

describe('what asks how safe somebody is, while nobody stands on a roster', () => {
  it.each([
    ['a safety check', check(), true],
    ['where help is, and when not to drive', check({ informationOnly: true }), false],
    ['a question', step(), false],
    ['a measure with a question about safety', step({ priority: 'measure', staffedMornings: true }), false],
    ['the evening before a call', step({ priority: 'appointment-eve' }), false],
  ] as const)('%s', (_what, one, waits) => {
    expect(waitsForRosters(one)).toBe(waits);
    const prompt = only(schedule({ steps: [one], clock: empty }));
    expect([prompt.status, codes(prompt)?.includes('empty-roster')]).toEqual(['scheduled', waits]);
  });

  it('keeps its place, and says nothing more once the rosters stand', () => {
    const held = only(schedule({ steps: [check()], clock: empty }));
    const again = only(schedule({ steps: [check()] }));
    expect(held).toEqual({ ...again, reasons: [...again.reasons, { code: 'empty-roster', params: {} }] });
  });

  it('is not nudged, either', () => {
    const candidate = { key: 'step/s1/0', closesAt: at('2026-11-20T10:00') };
    const sent = past({ status: 'sent', sentOn: '2026-10-23' });
    const nudge = (one: ReturnType<typeof step>, rostersStand: boolean) =>
      nudgeFor(
        { ...candidate, step: one },
        [],
        clock({ past: [sent], rostersStand }),
        at('2026-10-23T12:00'),
      );
    const asked = check({ nudgeAfterDays: 2 });
    expect([nudge(asked, true)?.localTime, nudge(asked, false)]).toEqual(['2026-10-25T10:00', null]);
    expect(nudge(step({ nudgeAfterDays: 2 }), false)).not.toBeNull();
  });

  it('takes no day from what does leave: a prompt, or a nudge', () => {
    const steps = [check({ stepId: 'check' }), step({ latenessHours: 72 })];
    const days = (rostersStand: boolean) =>
      schedule({ steps, clock: { rostersStand } }).map(({ stepId, localTime }) => [stepId, localTime]);
    expect(days(false)).toEqual([
      ['check', '2026-10-23T10:00'],
      ['step', '2026-10-23T10:00'],
    ]);
    expect(days(true)).toEqual([
      ['check', '2026-10-23T10:00'],
      ['step', '2026-10-24T10:00'],
    ]);
    const planned = schedule({ steps: [check({ stepId: 'check', days: 3 })], clock: empty });
    const candidate = {
      key: 'step/s1/0',
      step: step({ nudgeAfterDays: 2 }),
      closesAt: at('2026-11-20T10:00'),
    };
    const time = clock({ past: [past({ status: 'sent', sentOn: '2026-10-23' })], ...empty });
    expect(planned.map(({ localTime }) => localTime)).toEqual(['2026-10-25T10:00']);
    expect(nudgeFor(candidate, planned, time, at('2026-10-23T12:00'))).not.toBeNull();
  });

  it('leaves all else, in any schedule, as if it were not asked at all', () => {
    let seen = 0;
    fc.assert(
      fc.property(scenes, ({ plan, sessions, appointments, clock: time, now }) => {
        const clockOf = { ...time, rostersStand: false };
        const planned = (steps: readonly PlanStepSpec[]) =>
          promptsFor({ ...plan, steps }, sessions, appointments, clockOf, now);
        const others = plan.steps.filter((one) => !waitsForRosters(one));
        const isOther = ({ stepId }: PlannedPrompt) => others.some((one) => one.stepId === stepId);
        const all = planned(plan.steps);
        expect(all.filter(isOther).map(unmarked)).toEqual(planned(others).map(unmarked));
        for (const prompt of all) {
          const waits = !isOther(prompt) && prompt.status === 'scheduled';
          expect(isHeldBack(prompt)).toBe(waits);
          if (waits) seen += 1;
        }
      }),
      { numRuns: PROPERTY_RUNS },
    );
    expect(seen).toBeGreaterThan(0);
  });
});

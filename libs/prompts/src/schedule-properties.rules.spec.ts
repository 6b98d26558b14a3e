import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type ExistingPrompt, reconcile, type Reconciliation } from './reconcile.rules.js';
import { promptsFor } from './prompt-schedule.rules.js';
import { HORIZON_DAYS } from './occurrences.rules.js';
import type { PlannedPrompt } from './prompt-schedule.types.js';
import { PROPERTY_RUNS, type Scene, scenes } from './schedule-arbitraries.js';
import { applied, fullestWeek, isQuiet, isUnstaffed, looksBackOver, nominalOf, seriesOf, wallOf } from './schedule-model.js'; // prettier-ignore

const runs = { numRuns: PROPERTY_RUNS };
const plan = (scene: Scene) =>
  promptsFor(scene.plan, scene.sessions, scene.appointments, scene.clock, scene.now);

function forEveryPrompt(check: (prompt: PlannedPrompt, scene: Scene) => void): void {
  let seen = 0;
  fc.assert(
    fc.property(scenes, (scene) => {
      for (const prompt of plan(scene)) {
        seen += 1;
        check(prompt, scene);
      }
    }),
    runs,
  );
  expect(seen).toBeGreaterThan(PROPERTY_RUNS);
}

describe('any schedule', () => {
  it('asks nothing early: not before its day and time, and not before the plan went live', () => {
    forEveryPrompt((prompt, scene) => {
      const nominal = nominalOf(prompt, scene);
      expect(prompt.nominalAt).toEqual(nominal);
      expect(Temporal.Instant.compare(prompt.sendAt, nominal)).toBeGreaterThanOrEqual(0);
      expect(Temporal.Instant.compare(nominal, scene.plan.liveFrom)).toBeGreaterThanOrEqual(0);
    });
  });

  it('asks nothing late', () => {
    forEveryPrompt((prompt, { now, plan: { steps }, sessions, appointments }) => {
      const step = steps.find(({ stepId }) => stepId === prompt.stepId)!;
      const isCarried = step.priority === 'safety-check' && prompt.needsSessionId !== null;
      const latest = prompt.nominalAt.add({ hours: step.latenessHours });
      expect(Temporal.Instant.compare(now, prompt.limitAt)).toBe(-1);
      if (!isCarried) expect(Temporal.Instant.compare(prompt.limitAt, latest)).toBeLessThanOrEqual(0);
      if (prompt.status !== 'scheduled') return;
      expect(Temporal.Instant.compare(prompt.sendAt, prompt.sendUntil)).toBe(-1);
      expect(Temporal.Instant.compare(now, prompt.sendUntil)).toBe(-1);
      expect(Temporal.Instant.compare(prompt.sendUntil, prompt.limitAt)).toBeLessThanOrEqual(0);
      const appointment = appointments.find(({ id }) => id === prompt.anchorId);
      const hours = (ahead: Temporal.Instant) => prompt.sendUntil.until(ahead).total('hours');
      if (appointment) expect(hours(appointment.startsAt)).toBeGreaterThanOrEqual(1);
      if (appointment || prompt.needsSessionId) return;
      expect(hours(sessions.find(({ id }) => id === prompt.anchorId)!.heldAt)).toBeGreaterThanOrEqual(0);
    });
  });

  it('asks nothing in quiet hours, and its window stays within one local date', () => {
    forEveryPrompt(({ status, sendAt, sendUntil, localTime }, { clock }) => {
      const last = sendUntil.subtract({ milliseconds: 1 });
      expect(wallOf(sendAt, clock)).toBe(localTime);
      if (status !== 'scheduled') return;
      expect([isQuiet(sendAt, clock), isQuiet(last, clock)]).toEqual([false, false]);
      expect(wallOf(last, clock).slice(0, 10)).toBe(localTime.slice(0, 10));
    });
  });

  it('asks at most once a day and four times in any seven days, with what was sent', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const planned = plan(scene).filter(({ status }) => status === 'scheduled');
        const sent = scene.clock.past.map(({ sentOn }) => sentOn!);
        const dates = [...sent, ...planned.map(({ localTime }) => localTime.slice(0, 10))];
        expect(new Set(dates).size).toBe(dates.length);
        expect(fullestWeek(dates)).toBeLessThanOrEqual(4);
      }),
      runs,
    );
  });

  it('asks nothing in a rest', () => {
    forEveryPrompt(({ status, sendAt }, { clock: { rest }, now }) => {
      if (!rest || status !== 'scheduled') return;
      const sends = Temporal.Instant.compare(sendAt, now) > 0 ? sendAt : now;
      const isBefore = Temporal.Instant.compare(sends, rest.from) < 0;
      expect(isBefore || (rest.until !== null && Temporal.Instant.compare(sends, rest.until) >= 0)).toBe(
        true,
      );
    });
  });

  it('gives every prompt its own key, a reason for every push, and no row beyond the horizon', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const prompts = plan(scene);
        expect(new Set(prompts.map(({ key }) => key)).size).toBe(prompts.length);
        for (const { status, key, stepId, anchorId, occurrence, nominalAt, sendAt, reasons } of prompts) {
          expect(key).toBe(`${stepId}/${anchorId}/${occurrence}`);
          const codes: string[] = reasons.map(({ code }) => code);
          const moves = ['quiet-hours', 'staffed-morning', 'day-taken', 'week-full', 'missed-window'];
          const pushes = [...moves, 'reaches-over-session'];
          const ends = ['too-late', 'no-staffed-morning'];
          expect(codes[0]).toMatch(
            /^(days-(after|before)-session|eve-of-appointment|days-before-appointment|(series-)?rhythm)$/,
          );
          if (!nominalAt.equals(sendAt))
            expect(codes.filter((code) => pushes.includes(code))).not.toEqual([]);
          const end = codes.find((code) => ends.includes(code)) ?? null;
          if (status !== 'superseded') expect(end).toBeNull();
          else expect(end ?? codes.at(-1)).toMatch(/^(too-late|no-staffed-morning|reaches-over-session)$/);
          expect(codes.some((code) => code.startsWith('resting'))).toBe(status === 'rested');
          expect(scene.now.until(nominalAt).total('hours')).toBeLessThanOrEqual(24 * (HORIZON_DAYS + 1) + 2);
        }
      }),
      runs,
    );
  });

  it('is the same for the same input, in any order', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { clock, plan: given } = scene;
        const mirrored: Scene = {
          ...scene,
          plan: { ...given, steps: given.steps.toReversed() },
          sessions: scene.sessions.toReversed(),
          appointments: scene.appointments.toReversed(),
          clock: { ...clock, past: clock.past.toReversed() },
        };
        expect(plan(mirrored)).toEqual(plan(scene));
        expect(plan(scene)).toEqual(plan(scene));
      }),
      runs,
    );
  });

  it('supersedes no weekly safety check', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const isWeeklyCheck = ({ anchor, priority }: Scene['plan']['steps'][number]) =>
          anchor.endsWith('rhythm') && priority === 'safety-check';
        const check = scene.plan.steps.find(isWeeklyCheck);
        // One check a week: more than four a week could not all find room.
        const others = scene.plan.steps.filter(({ priority }) => priority !== 'safety-check');
        const steps = check ? [...others, check] : others;
        const prompts = plan({ ...scene, plan: { ...scene.plan, steps } });
        const checks = prompts.filter(({ stepId }) => stepId === check?.stepId);
        expect(checks.filter(({ status }) => status === 'superseded')).toEqual([]);
      }),
      runs,
    );
  });
});

describe('a measure in any schedule', () => {
  const stepOf = (scene: Scene, prompt: PlannedPrompt) =>
    scene.plan.steps.find(({ stepId }) => stepId === prompt.stepId)!;
  let seen = 0;
  beforeEach(() => (seen = 0));
  afterEach(() => expect(seen).toBeGreaterThan(PROPERTY_RUNS / 30));

  it('goes out on a staffed morning alone where it asks about safety, from its first moment to its last', () => {
    forEveryPrompt((prompt, scene) => {
      const step = stepOf(scene, prompt);
      if (!step.staffedMornings || !scene.clock.staffedMornings || prompt.status !== 'scheduled') return;
      seen += 1;
      for (const at of [prompt.sendAt, prompt.sendUntil.subtract({ milliseconds: 1 })])
        expect([at.toString(), isUnstaffed(at, step, scene.clock)]).toEqual([at.toString(), false]);
    });
  });

  it('waits for nobody where there is nobody', () => {
    forEveryPrompt((prompt, scene) => {
      if (!stepOf(scene, prompt).staffedMornings || scene.clock.staffedMornings) return;
      seen += 1;
      const codes = prompt.reasons.map(({ code }) => code);
      expect(codes).not.toContain('staffed-morning');
      // Nobody is left to think that the whole of it goes out.
      expect(codes.includes('without-safety-item')).toBe(prompt.status === 'scheduled');
    });
  });

  it('looks back over no session unless its author wants it in the middle of a series', () => {
    const labelled = { seen: 0 };
    forEveryPrompt((prompt, scene) => {
      const step = stepOf(scene, prompt);
      if (!step.recallDays) return;
      const over = looksBackOver(prompt.sendAt, step, scene);
      if (looksBackOver(prompt.sendAt, { ...step, midSeries: undefined! }, scene) && step.midSeries)
        labelled.seen += prompt.status === 'scheduled' ? 1 : 0;
      seen += 1;
      if (prompt.status === 'scheduled') expect(over).toBe(false);
      if (prompt.reasons.at(-1)?.code === 'reaches-over-session' && prompt.status === 'superseded')
        expect(over).toBe(true);
    });
    expect(labelled.seen).toBeGreaterThan(0);
  });
});

describe('the rhythm of any series', () => {
  it('counts from its first session to six days after its last one, and waits for the first', () => {
    const seen = { first: 0, later: 0 };
    forEveryPrompt((prompt, scene) => {
      const step = scene.plan.steps.find(({ stepId }) => stepId === prompt.stepId)!;
      if (step.anchor !== 'series-rhythm') return;
      const series = seriesOf(scene);
      const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(scene.clock.timeZone).toPlainDate();
      const [first, last] = [series[0]!, series.at(-1)!];
      if (prompt.occurrence === 0) seen.first += 1;
      else seen.later += 1;
      expect([prompt.anchorId, prompt.needsSessionId]).toEqual(['open', first.id]);
      const day = dateOf(first.heldAt).add({ days: step.days + prompt.occurrence * step.everyDays! });
      expect(dateOf(prompt.nominalAt).since(day).days).toBeGreaterThanOrEqual(0);
      expect(dateOf(last.heldAt).until(day).days).toBeLessThanOrEqual(6);
    });
    expect(Math.min(seen.first, seen.later)).toBeGreaterThan(0);
  });
});

describe('any schedule and its rows', () => {
  const rowsOf = (existing: readonly ExistingPrompt[], change: Reconciliation) => applied(existing, change);

  it('rows are the preview', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const wanted = plan(scene);
        const rows = rowsOf([], reconcile([], wanted, scene.now));
        expect(rows.map(({ id: _i, version: _v, handedOver: _h, ...timing }) => timing)).toEqual(
          wanted.map(({ stepId: _s, anchorId: _a, occurrence: _o, ...timing }) => timing),
        );
      }),
      runs,
    );
  });

  it('reconciling one client twice is reconciling once, from whatever rows there were', () => {
    fc.assert(
      fc.property(scenes, scenes, (before, after) => {
        const rows = rowsOf([], reconcile([], plan(before), before.now));
        const wanted = plan(after);
        const once = rowsOf(rows, reconcile(rows, wanted, after.now));
        expect(reconcile(once, wanted, after.now)).toEqual({ insert: [], update: [], close: [] });
      }),
      runs,
    );
  });
});

import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { newestPlanStarter } from '@app/plans/plan-templates.data.js';
import { at, codes, past, schedule, session, step, times } from './schedule-examples.js';
import { sentPast } from './schedule-arbitraries.js';

const weekly = (over: Partial<PlanStepSpec> = {}) =>
  step({ anchor: 'series-rhythm', days: 3, everyDays: 7, priority: 'rhythm', latenessHours: 48, ...over });
const on = (date: string, nth: number, over: Parameters<typeof session>[0] = {}) =>
  session({ id: `s${nth}`, heldAt: at(`${date}T14:00`), status: 'completed', ...over });

/** Two sessions a week for three weeks, from Thursday 1 October 2026. */
const DATES = ['2026-10-01', '2026-10-05', '2026-10-08', '2026-10-12', '2026-10-15', '2026-10-19'];
const twiceAWeek = DATES.map((date, nth) => on(date, nth, nth < 3 ? {} : { status: 'planned' }));

describe('the rhythm of a series', () => {
  const now = '2026-10-02T09:00';

  it('counts from its first session whatever follows, until six days after the last', () => {
    const all = schedule({ steps: [weekly()], sessions: twiceAWeek, now });
    expect(times(all)).toEqual([
      ['step/open/0', '2026-10-04T10:00'],
      ['step/open/1', '2026-10-11T10:00'],
      ['step/open/2', '2026-10-18T10:00'],
      ['step/open/3', '2026-10-25T10:00'],
    ]);
    expect(all.map(({ needsSessionId }) => needsSessionId)).toEqual(['s0', 's0', 's0', 's0']);
    expect(codes(all[0])).toEqual(['series-rhythm']);
    // A plain rhythm begins anew with every completed session, and with two a week never falls due.
    const plain = schedule({ steps: [weekly({ anchor: 'rhythm', days: 7 })], sessions: twiceAWeek, now });
    expect(plain[0]!.localTime).toBe('2026-10-15T10:00');
  });

  it.each([
    ['asks on the sixth day after the last session', '2026-10-19', 4],
    ['asks nothing on the seventh', '2026-10-18', 3],
  ])('%s', (_what, last, count) => {
    const sessions = [...twiceAWeek.slice(0, 5), on(last, 5, { status: 'planned' })];
    expect(schedule({ steps: [weekly()], sessions, now })).toHaveLength(count);
  });

  it('ends with what was called off, and with the series', () => {
    const called = twiceAWeek.map((one, nth) => (nth < 3 ? one : { ...one, status: 'cancelled' as const }));
    expect(times(schedule({ steps: [weekly()], sessions: called, now }))).toHaveLength(2);
    expect(schedule({ steps: [weekly()], sessions: twiceAWeek, now, clock: { openSeriesId: null } })).toEqual(
      [],
    );
  });

  it('waits for the first session: a planned one only shows when it would be', () => {
    const planned = twiceAWeek.map((one) => ({ ...one, status: 'planned' as const }));
    const [asked] = schedule({ steps: [weekly()], sessions: planned, now: '2026-09-30T09:00' });
    expect([asked!.needsSessionId, asked!.status]).toEqual(['s0', 'scheduled']);
  });

  it('asks nothing a second time when the first session moves, or another one before it is recorded', () => {
    const sent = sentPast('step/open/0', '2026-10-04');
    const moved = [on('2026-10-02', 0), ...twiceAWeek.slice(1)];
    const earlier = [on('2026-09-30', 9), ...twiceAWeek];
    for (const sessions of [moved, earlier]) {
      const keys = schedule({ steps: [weekly()], sessions, now, clock: { past: [sent] } }).map(
        ({ key }) => key,
      );
      expect(keys[0]).toBe('step/open/1');
    }
  });

  it('keeps what staff moved to after the end, and nothing else there', () => {
    const moved = past({ key: 'step/open/3', movedTo: at('2026-10-28T10:00') });
    const stray = past({ key: 'step/open/4', movedTo: at('2026-10-28T11:00') });
    const all = schedule({ steps: [weekly()], sessions: twiceAWeek, now, clock: { past: [moved, stray] } });
    expect(times(all).at(-1)).toEqual(['step/open/3', '2026-10-28T10:00']);
    expect(all.map(({ key }) => key)).not.toContain('step/open/4');
  });

  it('finds a day for a weekly safety check in the fullest week of a series', () => {
    const aftercare = { anchor: 'every-session', localTime: '10:00', latenessHours: 36 } as const;
    const steps = [
      step({ stepId: 'evening', ...aftercare, days: 0, localTime: '19:00', latenessHours: 4, priority: 'safety-check', informationOnly: true }), // prettier-ignore
      step({ stepId: 'morning', ...aftercare, days: 1 }),
      step({ stepId: 'arc', ...aftercare, days: 2 }),
      weekly({ stepId: 'question', days: 4 }),
      weekly({ stepId: 'check', days: 5, priority: 'safety-check' }),
    ];
    const all = schedule({ steps, sessions: twiceAWeek, now });
    const checks = all.filter(({ stepId }) => stepId === 'check');
    expect(checks.map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'scheduled']);
    expect(all.some(({ status }) => status === 'superseded')).toBe(true);
  });

  it.each(['gentle', 'steady', 'often'] as const)(
    'lets our own plan for a series ask its weekly check at the pace %s, two sessions a week',
    (pace) => {
      const steps = newestPlanStarter('series')!.steps.map(({ prompt, spec }, nth) => ({
        ...spec,
        stepId: `${String(nth).padStart(2, '0')} ${prompt.code}`,
      }));
      const all = schedule({ steps, sessions: twiceAWeek, now, clock: { pace } });
      const asked = (code: string) => all.filter(({ stepId }) => stepId.endsWith(` ${code}`));
      expect(asked('safety-check').map(({ status }) => status)).toEqual([
        'scheduled',
        'scheduled',
        'scheduled',
      ]);
      const checks = asked('safety-check').map(({ localTime }) => localTime.slice(0, 10));
      expect(checks[0]! < checks[1]! && checks[1]! < checks[2]!).toBe(true);
    },
  );
});

import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { Temporal } from 'temporal-polyfill';
import { nudgeFor } from './nudges.rules.js';
import type { ClientClock, PastPrompt, PlannedPrompt } from './prompt-schedule.types.js';
import { sentPast } from './schedule-arbitraries.js';

const zone = 'America/Boise';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();

const step: PlanStepSpec = {
  stepId: 'step',
  anchor: 'every-session',
  days: 1,
  localTime: '10:00',
  latenessHours: 24,
  nudgeAfterDays: 2,
  slowestPace: 'gentle',
  priority: 'arc',
};
const sent = sentPast('step/s1/0', '2026-10-23');
const candidate = { key: sent.key, step, closesAt: at('2026-10-30T10:00') };

function clock(over: Partial<ClientClock> = {}): ClientClock {
  return {
    timeZone: zone,
    quietFrom: '21:00',
    quietTo: '08:00',
    pace: 'steady',
    rest: null,
    openSeriesId: 'open',
    staffedMornings: null,
    rostersStand: true,
    past: [sent],
    ...over,
  };
}

const now = at('2026-10-23T12:00');
const nudge = (over: Partial<typeof candidate> = {}, time: Partial<ClientClock> = {}, when = now) =>
  nudgeFor({ ...candidate, ...over }, [], clock(time), when);

const planned = (localTime: string, status: PlannedPrompt['status'] = 'scheduled') =>
  ({ localTime, status, reasons: [] as PlannedPrompt['reasons'] }) as PlannedPrompt;

describe('the nudge of a sent prompt', () => {
  it('goes so many days after the first mailing, at the time of the step', () => {
    expect(nudge()).toEqual({
      key: 'step/s1/0',
      sendAt: at('2026-10-25T10:00'),
      sendUntil: at('2026-10-25T21:00'),
      localTime: '2026-10-25T10:00',
      reasons: [{ code: 'nudge', params: { days: 2 } }],
    });
  });

  it('keeps quiet hours', () => {
    const early = nudge({ step: { ...step, localTime: '06:10' } });
    expect(early).toMatchObject({ localTime: '2026-10-25T08:00' });
    expect(early?.reasons[1]).toEqual({ code: 'quiet-hours', params: { from: '06:10', to: '08:00' } });
  });

  it('is dropped when a prompt, another nudge or something sent has its day', () => {
    expect(nudgeFor(candidate, [planned('2026-10-25T19:00')], clock(), now)).toBeNull();
    expect(nudgeFor(candidate, [planned('2026-10-25T19:00', 'rested')], clock(), now)).not.toBeNull();
    expect(nudgeFor(candidate, [], clock(), now, [{ ...nudge()!, key: 'other' }])).toBeNull();
    expect(nudge({}, { past: [sent, sentPast('other', '2026-10-25')] })).toBeNull();
  });

  it('is dropped in a full week', () => {
    const week = ['2026-10-24T10:00', '2026-10-26T10:00', '2026-10-28T10:00'].map((on) => planned(on));
    expect(nudgeFor(candidate, week, clock(), now)).toBeNull();
    expect(nudgeFor(candidate, week.slice(1), clock(), now)).not.toBeNull();
  });

  it('is dropped in a rest', () => {
    const from = at('2026-10-25T09:00');
    expect(nudge({}, { rest: { from, until: null } })).toBeNull();
    expect(nudge({}, { rest: { from, until: at('2026-10-25T10:00') } })).not.toBeNull();
    const now = at('2026-10-25T12:00');
    expect(nudge({}, { rest: { from: at('2026-10-25T11:00'), until: null } }, now)).toBeNull();
  });

  it('never goes late, and not after the prompt has closed', () => {
    expect(nudge({}, {}, at('2026-10-25T20:59'))).not.toBeNull();
    expect(nudge({}, {}, at('2026-10-25T21:00'))).toBeNull();
    expect(nudge({ closesAt: at('2026-10-25T10:00') })).toBeNull();
    expect(nudge({ closesAt: at('2026-10-25T12:00') })?.sendUntil).toEqual(at('2026-10-25T12:00'));
  });

  it.each<[string, Partial<PastPrompt>]>([
    ['answered', { status: 'answered' }],
    ['skipped', { status: 'skipped' }],
    ['not sent yet', { status: 'scheduled', sentOn: null }],
    ['nudged before', { nudgedOn: '2026-10-24' }],
  ])('a prompt that is %s gets none', (_, over) => {
    expect(nudge({}, { past: [{ ...sent, ...over }] })).toBeNull();
  });

  it('where nothing is asked, or the step wants none, there is none', () => {
    expect(nudge({ step: { ...step, informationOnly: true } })).toBeNull();
    const { nudgeAfterDays: _, ...plain } = step;
    expect(nudge({ step: plain })).toBeNull();
  });
});

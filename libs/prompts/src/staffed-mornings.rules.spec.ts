import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { nudgeFor } from './nudges.rules.js';
import { at, clock, codes, only, past, schedule, session, step, zone } from './schedule-examples.js';
import { hasMornings, isStaffedMorning, type StaffedMornings } from './staffed-mornings.rules.js';

const mornings: StaffedMornings = {
  timeZone: zone,
  openFrom: '09:00',
  openTo: '17:00',
  openDays: [1, 2, 3, 4, 5],
  holidays: [],
};
const phq9 = (over: Partial<PlanStepSpec> = {}) =>
  step({ priority: 'measure', staffedMornings: true, latenessHours: 96, ...over });
const held = (local: string) => [session({ heldAt: at(local) })];

/** Asked the day after a session on this date, in October 2026: the 22nd is a Thursday. */
function askedAfter(
  heldOn: string,
  over: Partial<StaffedMornings> = {},
  spec: Partial<PlanStepSpec> = {},
  more: Parameters<typeof clock>[0] = {},
) {
  return only(
    schedule({
      steps: [phq9(spec)],
      sessions: held(`${heldOn}T14:00`),
      clock: { staffedMornings: { ...mornings, ...over }, ...more },
      now: '2026-10-01T12:00',
    }),
  );
}

describe('a measure that asks about safety', () => {
  it.each([
    ['stays where somebody is there', '2026-10-20', {}, {}, '2026-10-21T10:00'],
    ['leaves a Friday for the Monday', '2026-10-22', {}, {}, '2026-10-26T09:00'],
    ['leaves the evening for the next morning', '2026-10-19', {}, { localTime: '19:00' }, '2026-10-21T09:00'],
    ['comes when the roster opens', '2026-10-19', {}, { localTime: '08:15' }, '2026-10-20T09:00'],
    [
      'comes not before eight',
      '2026-10-19',
      { openFrom: '06:00' },
      { localTime: '06:30' },
      '2026-10-20T08:00',
    ],
    ['is not asked at noon', '2026-10-19', {}, { localTime: '12:00' }, '2026-10-21T09:00'],
    ['is not asked after the roster has closed', '2026-10-19', { openTo: '10:00' }, {}, '2026-10-21T09:00'],
    ['passes over a holiday', '2026-10-20', { holidays: ['2026-10-21'] }, {}, '2026-10-22T09:00'],
    ['passes over days on which nobody is there', '2026-10-19', { openDays: [1, 4] }, {}, '2026-10-22T09:00'],
  ] as const)('%s', (_what, heldOn, over, spec, localTime) => {
    expect(askedAfter(heldOn, over, spec)).toMatchObject({ status: 'scheduled', localTime });
  });

  it('says why, and may leave until noon there', () => {
    const monday = askedAfter('2026-10-22');
    expect(monday.reasons.slice(1)).toEqual([
      { code: 'staffed-morning', params: { on: '2026-10-26', at: '09:00' } },
    ]);
    expect(monday.sendUntil).toEqual(at('2026-10-26T12:00'));
  });

  it('goes by the clock of the clinic, on the client’s own in words, and out of their quiet hours', () => {
    const away = { timeZone: 'Europe/Berlin', quietFrom: '21:00', quietTo: '08:00' };
    const prompt = askedAfter('2026-10-19', {}, { localTime: '10:00' }, away);
    // 9 am in Boise; from noon there it is 8 pm in Berlin.
    expect(prompt.localTime).toBe('2026-10-20T17:00');
    expect(prompt.sendUntil).toEqual(at('2026-10-20T12:00'));
    const early = askedAfter('2026-10-19', {}, {}, { ...away, quietFrom: '18:30' });
    expect(early.sendUntil).toEqual(at('2026-10-20T10:30'));
  });

  it('is not asked when no such morning comes in its time', () => {
    const late = askedAfter('2026-10-22', {}, { latenessHours: 48 });
    expect([late.status, codes(late)?.at(-1)]).toEqual(['superseded', 'no-staffed-morning']);
    const never = askedAfter('2026-10-19', {}, {}, { timeZone: 'Pacific/Auckland', quietTo: '10:00' });
    expect([never.status, codes(never)?.at(-1)]).toEqual(['superseded', 'no-staffed-morning']);
  });

  it('waits for the next such morning when it could not leave on one', () => {
    const given = {
      steps: [phq9()],
      sessions: held('2026-10-20T14:00'),
      clock: { staffedMornings: mornings },
    };
    const missed = only(schedule({ ...given, now: '2026-10-21T13:00' }));
    expect([missed.localTime, codes(missed)]).toEqual([
      '2026-10-22T09:00',
      ['days-after-session', 'missed-window'],
    ]);
    const taken = past({ key: 'other/s1/0', status: 'sent', sentOn: '2026-10-21' });
    const pushed = only(schedule({ ...given, clock: { ...given.clock, past: [taken] } }));
    expect(pushed.localTime).toBe('2026-10-22T10:00');
  });

  it('waits for nobody where there is no roster: another measure is asked then', () => {
    const prompt = only(schedule({ steps: [phq9()], sessions: held('2026-10-22T14:00') }));
    expect([prompt.localTime, codes(prompt)]).toEqual([
      '2026-10-23T10:00',
      ['days-after-session', 'without-safety-item'],
    ]);
  });

  it('is nudged on such a morning too', () => {
    const candidate = {
      key: 'step/s1/0',
      step: phq9({ nudgeAfterDays: 2 }),
      closesAt: at('2026-11-20T10:00'),
    };
    const sent = past({ status: 'sent', sentOn: '2026-10-21' });
    const with_ = clock({ staffedMornings: mornings, past: [sent] });
    const nudge = nudgeFor(candidate, [], with_, at('2026-10-21T12:00'));
    expect(nudge).toMatchObject({
      localTime: '2026-10-26T09:00',
      sendUntil: at('2026-10-26T12:00'),
      reasons: [{ code: 'nudge' }, { code: 'staffed-morning' }],
    });
    const soon = { ...candidate, closesAt: at('2026-10-25T10:00') };
    expect(nudgeFor(soon, [], with_, at('2026-10-21T12:00'))).toBeNull();
  });
});

describe('staffed mornings', () => {
  it.each([
    ['2026-10-22T08:59', false],
    ['2026-10-22T09:00', true],
    ['2026-10-22T11:59', true],
    ['2026-10-22T12:00', false],
    ['2026-10-23T10:00', false],
  ])('at %s somebody is there: %s', (local, isThere) => {
    expect(isStaffedMorning(at(local).epochMilliseconds, mornings)).toBe(isThere);
  });

  it('are none when the roster opens at noon, closes by eight, or works only at the end of the week', () => {
    expect(hasMornings(mornings)).toBe(true);
    expect(hasMornings({ ...mornings, openFrom: '12:00' })).toBe(false);
    expect(hasMornings({ ...mornings, openFrom: '06:00', openTo: '08:00' })).toBe(false);
    expect(hasMornings({ ...mornings, openDays: [5, 6, 7] })).toBe(false);
  });
});

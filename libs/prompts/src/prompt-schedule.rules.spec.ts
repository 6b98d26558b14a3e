import { sentPast } from './schedule-arbitraries.js';
import { at, step, session, past, schedule, codes, only } from './schedule-examples.js';

describe('lateness', () => {
  it('a prompt that is due and still in its window stays as it is', () => {
    expect(only(schedule({ now: '2026-10-23T20:59' })).localTime).toBe('2026-10-23T10:00');
  });

  it('a window missed before the limit is planned again at the next opening', () => {
    const prompt = only(schedule({ now: '2026-10-23T21:00' }));
    expect(prompt.localTime).toBe('2026-10-24T08:00');
    expect(prompt.sendUntil).toEqual(at('2026-10-24T10:00'));
    expect(prompt.reasons[1]).toEqual({ code: 'missed-window', params: { on: '2026-10-23' } });
    expect(schedule({ now: '2026-10-24T09:00' })).toEqual([prompt]);
  });

  it('a missed prompt without another opening keeps its row until the limit, for it is missed then', () => {
    const steps = [step({ localTime: '19:00', latenessHours: 12 })];
    const row = [past({ status: 'scheduled' })];
    const lapsing = only(schedule({ steps, clock: { past: row }, now: '2026-10-23T22:00' }));
    expect(lapsing).toMatchObject({ status: 'scheduled', localTime: '2026-10-23T19:00' });
    expect(codes(lapsing)).toEqual(['days-after-session', 'missed-window']);
    expect(schedule({ steps, now: '2026-10-23T22:00' })).toEqual([]);
    expect(schedule({ steps, clock: { past: row }, now: '2026-10-24T07:00' })).toEqual([]);
  });

  it('a day that was free in its time is not taken in hindsight by what was sent after it', () => {
    const sent = ['2026-10-21', '2026-10-22', '2026-10-24', '2026-10-25'].map((on) => sentPast(on, on));
    const steps = [step({ priority: 'safety-check', latenessHours: 6 })];
    expect(schedule({ steps, clock: { past: sent }, now: '2026-10-25T12:00' })).toEqual([]);
  });

  it('lateness counts from the nominal instant, and past it there is no row', () => {
    expect(schedule({ now: '2026-10-24T09:59' })).toHaveLength(1);
    expect(schedule({ now: '2026-10-24T10:00' })).toEqual([]);
  });
});

describe('what only tells something', () => {
  const evening = { days: 0, localTime: '19:00', latenessHours: 4, priority: 'safety-check' as const };

  it('is true on its own evening or not at all, and takes no day from a question', () => {
    const late = [session({ heldAt: at('2026-10-22T18:30') })];
    const told = step({ ...evening, stepId: 'a', informationOnly: true });
    const asked = step({ stepId: 'b', days: 1, localTime: '10:00' });
    const [first, second] = schedule({ steps: [told, asked], sessions: late });
    expect([first!.stepId, first!.status]).toEqual(['a', 'superseded']);
    expect([second!.status, second!.localTime]).toEqual(['scheduled', '2026-10-23T10:00']);
  });

  it('is carried when it is a check instead', () => {
    const late = [session({ heldAt: at('2026-10-22T18:30') })];
    const [only] = schedule({ steps: [step({ ...evening, stepId: 'a' })], sessions: late });
    expect([only!.status, only!.localTime]).toEqual(['scheduled', '2026-10-23T08:00']);
  });
});

describe('a check whose time went by before there was a row for it', () => {
  const check = step({ stepId: 'check', priority: 'safety-check', latenessHours: 2 });

  it('is not carried to another day by what took its day afterwards', () => {
    const sent = past({ key: 'other/s1/0', status: 'sent', sentOn: '2026-10-23' });
    expect(schedule({ steps: [check], clock: { past: [sent] }, now: '2026-10-23T15:00' })).toEqual([]);
  });

  it('is carried when it stood in the schedule', () => {
    const sent = past({ key: 'other/s1/0', status: 'sent', sentOn: '2026-10-23' });
    const stood = past({ key: 'check/s1/0' });
    const [carried] = schedule({ steps: [check], clock: { past: [sent, stood] }, now: '2026-10-23T15:00' });
    expect(carried?.localTime).toBe('2026-10-24T10:00');
  });
});

describe('rest', () => {
  const rest = { from: at('2026-10-23T09:00'), until: at('2026-10-24T09:00') };

  it('what would be sent in a rest is dropped, with the day it ends', () => {
    const prompt = only(schedule({ clock: { rest } }));
    expect(prompt.status).toBe('rested');
    expect(prompt.reasons.at(-1)).toEqual({ code: 'resting-until', params: { on: '2026-10-24' } });
  });

  it('leaves what is sent before and after it, and has an open end', () => {
    const steps = [step({ stepId: 'a', days: 0, localTime: '18:00' }), step({ stepId: 'b', days: 3 })];
    expect(schedule({ steps, clock: { rest } }).map(({ status }) => status)).toEqual([
      'scheduled',
      'scheduled',
    ]);
    const open = schedule({ steps, clock: { rest: { ...rest, until: null } } });
    expect(open.map(({ status }) => status)).toEqual(['scheduled', 'rested']);
    expect(codes(open[1])).toContain('resting');
  });

  it('a rested prompt takes no day', () => {
    const steps = [
      step({ stepId: 'a', localTime: '10:00' }),
      step({ stepId: 'b', days: 2, localTime: '10:00' }),
    ];
    expect(schedule({ steps, clock: { rest } })[1]).toMatchObject({ status: 'scheduled' });
  });

  it('a prompt pushed into a rest rests as well', () => {
    const resting = { from: at('2026-10-24T00:00'), until: null };
    const steps = [step({ stepId: 'a' }), step({ stepId: 'b', latenessHours: 96 })];
    expect(schedule({ steps, clock: { rest: resting } })[1]).toMatchObject({ stepId: 'b', status: 'rested' });
  });

  it('begun in the middle of a window it drops what was due in it', () => {
    const resting = { from: at('2026-10-23T11:00'), until: null };
    expect(only(schedule({ clock: { rest: resting }, now: '2026-10-23T12:00' })).status).toBe('rested');
  });

  it('nothing is stacked up: a dropped prompt does not come back after the rest', () => {
    const over = { rest: { ...rest, until: at('2026-10-23T12:00') } };
    const steps = [step({ latenessHours: 96 })];
    const dropped = [past({ status: 'rested' })];
    expect(schedule({ steps, clock: { rest: null, past: dropped }, now: '2026-10-23T13:00' })).toEqual([]);
    expect(schedule({ steps, clock: { rest: null, past: dropped }, now: '2026-10-23T09:30' })).toHaveLength(
      1,
    );
    expect(only(schedule({ steps, clock: over, now: '2026-10-24T13:00' })).status).toBe('rested');
  });
});

describe('what was decided before', () => {
  it.each(['sent', 'answered', 'skipped', 'expired', 'missed', 'cancelled'] as const)(
    'a prompt that is %s makes no new row',
    (status) => {
      expect(schedule({ clock: { past: [past({ status })] } })).toEqual([]);
    },
  );

  it.each(['withdrawn', 'rested', 'superseded', 'suppressed'] as const)(
    'a prompt that was %s returns while its time is ahead',
    (status) => {
      expect(schedule({ clock: { past: [past({ status })] }, now: '2026-10-23T09:59' })).toHaveLength(1);
      expect(schedule({ clock: { past: [past({ status })] }, now: '2026-10-23T10:00' })).toEqual([]);
    },
  );

  it('a prompt that staff moved counts from where it was moved to', () => {
    const moved = past({ movedTo: at('2026-10-24T18:30') });
    const prompt = only(schedule({ clock: { past: [moved] } }));
    expect(prompt.localTime).toBe('2026-10-24T18:30');
    expect(prompt.limitAt).toEqual(at('2026-10-25T18:30'));
    expect(prompt.reasons[1]).toEqual({ code: 'moved-by-staff', params: { on: '2026-10-24', at: '18:30' } });
  });

  it('a moved prompt keeps out of quiet hours and away from the session', () => {
    const early = past({ movedTo: at('2026-10-22T13:00') });
    expect(only(schedule({ clock: { past: [early] } })).localTime).toBe('2026-10-22T17:00');
    const night = past({ movedTo: at('2026-10-24T22:00') });
    expect(only(schedule({ clock: { past: [night] } })).localTime).toBe('2026-10-25T08:00');
  });

  it('an occurrence of a rhythm that was moved out of its own time is still found', () => {
    const steps = [step({ anchor: 'rhythm', days: 7, everyDays: 7 })];
    const sessions = [session({ status: 'completed', heldAt: at('2026-06-01T14:00') })];
    const moved = past({ key: 'step/s1/2', movedTo: at('2026-10-21T11:00') });
    expect(schedule({ steps, sessions, clock: { past: [moved] } })[0]).toMatchObject({
      key: 'step/s1/2',
      localTime: '2026-10-21T11:00',
    });
  });

  it('a session that moves takes its prompts along', () => {
    expect(only(schedule({ sessions: [session({ heldAt: at('2026-10-29T14:00') })] })).localTime).toBe(
      '2026-10-30T10:00',
    );
  });
});

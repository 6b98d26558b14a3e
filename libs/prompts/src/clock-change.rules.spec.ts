import { at, codes, past, schedule, session, step } from './schedule-examples.js';

/** The clocks go back on Sunday the 1st at two in the morning; a session was on the 25th. */
const sessions = [session({ status: 'completed', heldAt: at('2026-10-25T14:00') })];
const quiet = { quietFrom: '12:00', quietTo: '14:00' };
const early = step({ stepId: 'a', days: 7, localTime: '00:45', latenessHours: 6 });
const next = step({ stepId: 'b', days: 8, localTime: '19:00' });
const steps = [early, next];

describe('the first prompt after a clock change', () => {
  const planned = schedule({ steps, sessions, clock: quiet, now: '2026-10-31T12:00' });
  const sentEarly = past({
    key: 'a/s1/0',
    status: 'sent',
    sentOn: '2026-11-01',
    plannedFor: planned[0]!.sendAt,
  });

  it('is said of the next one, also when one went out on the day itself, before the change', () => {
    expect(planned.map(codes)).toEqual([
      ['days-after-session'],
      ['days-after-session', 'first-after-clock-change'],
    ]);
  });

  it('does not come and go with what was sent meanwhile', () => {
    const clock = { ...quiet, past: [sentEarly] };
    const [left] = schedule({ steps, sessions, clock, now: '2026-11-01T00:46' });
    expect(left).toEqual(planned[1]);
  });

  it('is not said again of the one after it', () => {
    const sentNext = past({
      key: 'b/s1/0',
      status: 'sent',
      sentOn: '2026-11-02',
      plannedFor: planned[1]!.sendAt,
    });
    const clock = { ...quiet, past: [sentEarly, sentNext] };
    const later = [...steps, step({ stepId: 'c', days: 10 })];
    expect(schedule({ steps: later, sessions, clock, now: '2026-11-02T20:00' }).map(codes)).toEqual([
      ['days-after-session'],
    ]);
  });
});

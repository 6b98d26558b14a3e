import { Temporal } from 'temporal-polyfill';
import { snoozeAt, type SnoozeChoice, type SnoozeClock } from './snooze.rules.js';

const boise: SnoozeClock = { timeZone: 'America/Boise', quietFrom: '21:00:00', quietTo: '08:00:00' };

/** Snoozes at a wall-clock time and answers with the wall-clock times of the mailing. */
function snoozed(choice: SnoozeChoice, at: string, clock = boise) {
  const now = Temporal.PlainDateTime.from(at).toZonedDateTime(clock.timeZone).toInstant();
  const { sendAt, sendUntil } = snoozeAt(choice, clock, now);
  const local = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(clock.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return [local(sendAt), local(sendUntil)];
}

describe('asked again tonight', () => {
  it('comes at half past seven', () => {
    expect(snoozed('tonight', '2026-11-02T08:47')).toEqual(['2026-11-02T19:30', '2026-11-02T21:00']);
    expect(snoozed('tonight', '2026-11-02T18:30')).toEqual(['2026-11-02T19:30', '2026-11-02T21:00']);
  });

  it('comes in two hours when it is later', () => {
    expect(snoozed('tonight', '2026-11-02T18:31')).toEqual(['2026-11-02T20:31', '2026-11-02T21:00']);
  });

  it('is tomorrow when quiet hours would begin', () => {
    expect(snoozed('tonight', '2026-11-02T19:00')).toEqual(['2026-11-03T10:00', '2026-11-03T21:00']);
    const early = { ...boise, quietFrom: '19:00' };
    expect(snoozed('tonight', '2026-11-02T09:00', early)).toEqual(['2026-11-03T10:00', '2026-11-03T19:00']);
  });

  it('is tomorrow rather than after midnight, even when the night is open', () => {
    const owl = { ...boise, quietFrom: '04:00', quietTo: '12:00' };
    expect(snoozed('tonight', '2026-11-02T23:00', owl)).toEqual(['2026-11-03T12:00', '2026-11-04T00:00']);
  });

  it('asked in the small hours is the evening of the same day', () => {
    expect(snoozed('tonight', '2026-11-02T03:00')).toEqual(['2026-11-02T19:30', '2026-11-02T21:00']);
  });
});

describe('asked again tomorrow', () => {
  it('comes at ten, also over a clock change', () => {
    expect(snoozed('tomorrow', '2026-11-02T20:00')[0]).toBe('2026-11-03T10:00');
    expect(snoozed('tomorrow', '2026-10-31T20:00')[0]).toBe('2026-11-01T10:00');
  });

  it('comes when quiet hours end, if they end later', () => {
    const late = { ...boise, quietFrom: '22:00', quietTo: '11:30' };
    expect(snoozed('tomorrow', '2026-11-02T20:00', late)).toEqual(['2026-11-03T11:30', '2026-11-03T22:00']);
  });
});

import { isBackground, isSeenDue, limitOf, signInTime, type SignInClock } from './idle.rules.js';

const MINUTE = 60_000;
const clock = (more: Partial<SignInClock> = {}): SignInClock => ({
  seenAt: 0,
  activeAt: 0,
  idleMs: 15 * MINUTE,
  expiresAt: 12 * 60 * MINUTE,
  ...more,
});

describe('the time a sign-in has left', () => {
  it.each([
    [0, 'left'],
    [12 * MINUTE - 1, 'left'],
    [12 * MINUTE, 'ending'],
    [14 * MINUTE - 1, 'ending'],
    [14 * MINUTE, 'ended'],
    [40 * MINUTE, 'ended'],
  ])('%i ms after the last call that counts: %s', (now, kind) => {
    expect(signInTime(clock(), now).kind).toBe(kind);
  });

  it('ends no later than the server ends it, which may have counted from a minute before', () => {
    const serverEndsAt = -MINUTE + 15 * MINUTE;
    expect(signInTime(clock(), serverEndsAt).kind).toBe('ended');
  });

  it('names the limit of the day where that comes sooner', () => {
    const late = clock({ seenAt: 11 * 60 * MINUTE, expiresAt: 11 * 60 * MINUTE + 5 * MINUTE });
    expect(signInTime(late, 11 * 60 * MINUTE + 3 * MINUTE)).toEqual({
      kind: 'ending',
      why: 'limit',
      endsAt: late.expiresAt,
    });
    expect(signInTime(late, late.expiresAt)).toEqual({ kind: 'ended', why: 'limit' });
  });

  it('starts anew with each call that counts', () => {
    expect(signInTime(clock({ seenAt: 13 * MINUTE }), 14 * MINUTE).kind).toBe('left');
  });
});

describe('the limit of the day', () => {
  it.each([1, MINUTE, 12 * 60 * MINUTE])('is followed when it is %i ms ahead', (ahead) => {
    expect(limitOf(1_000_000 + ahead, 1_000_000)).toBe(1_000_000 + ahead);
  });

  it.each([0, -MINUTE, 13 * 60 * MINUTE])(
    'is left to the server when the clocks disagree: %i ms ahead',
    (ahead) => {
      expect(limitOf(1_000_000 + ahead, 1_000_000)).toBe(Infinity);
    },
  );
});

describe('telling the server that somebody is there', () => {
  it('happens once a minute while the person does something', () => {
    expect(isSeenDue(clock({ activeAt: 30_000 }), MINUTE - 1)).toBe(false);
    expect(isSeenDue(clock({ activeAt: 30_000 }), MINUTE)).toBe(true);
  });

  it('does not happen when nobody has done anything since', () => {
    expect(isSeenDue(clock({ seenAt: 5 * MINUTE, activeAt: 4 * MINUTE }), 10 * MINUTE)).toBe(false);
  });
});

describe('a reading call', () => {
  it('counts as the person’s shortly after they did something, and as the page’s own later', () => {
    expect(isBackground(0, 10_000)).toBe(false);
    expect(isBackground(0, 10_001)).toBe(true);
  });
});

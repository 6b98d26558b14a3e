import { Temporal } from 'temporal-polyfill';
import { type ClaimFacts, isClaimable, nextAttemptAt } from './claim.rules.js';

const now = Temporal.Instant.from('2026-11-02T15:30:00Z');

const claimable: ClaimFacts = {
  status: 'scheduled',
  held: false,
  sendAt: now,
  sendUntil: now.add({ milliseconds: 1 }),
  hasConsent: true,
  isSuppressed: false,
  isResting: false,
  isClientActive: true,
  neededSession: null,
};

describe('claiming a prompt', () => {
  it('takes one whose window is open and that nothing speaks against', () => {
    expect(isClaimable(claimable, now)).toBe(true);
    expect(isClaimable({ ...claimable, neededSession: 'completed' }, now)).toBe(true);
  });

  it.each<[string, Partial<ClaimFacts>]>([
    ['before its time', { sendAt: now.add({ milliseconds: 1 }) }],
    ['when its window has closed', { sendUntil: now }],
    ['without consent', { hasConsent: false }],
    ['to an address that takes no mail', { isSuppressed: true }],
    ['in a rest', { isResting: true }],
    ['while it is held', { held: true }],
    ['of a client who is not active', { isClientActive: false }],
    ['after a session nobody marked completed', { neededSession: 'planned' }],
    ['after a session that was cancelled', { neededSession: 'cancelled' }],
    ['after a no-show', { neededSession: 'no_show' }],
    ['that was sent', { status: 'sent' }],
    ['that was withdrawn', { status: 'withdrawn' }],
    ['that staff cancelled', { status: 'cancelled' }],
    ['that rests', { status: 'rested' }],
    ['that found no free day', { status: 'superseded' }],
  ])('leaves one %s', (_, over) => {
    expect(isClaimable({ ...claimable, ...over }, now)).toBe(false);
  });
});

describe('trying again', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 5],
    [4, 10],
    [5, 20],
    [6, 40],
    [7, 60],
    [1000, 60],
  ])('after attempt %i waits %i minutes', (attempts, minutes) => {
    expect(nextAttemptAt(attempts, now).toString()).toBe(now.add({ minutes }).toString());
  });
});

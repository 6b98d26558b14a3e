import { Temporal } from 'temporal-polyfill';
import { invitationState, type InvitationTimes, isUndecided } from './invitation-state.rules.js';

const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}Z`);
const times = (more: Partial<InvitationTimes> = {}): InvitationTimes => ({
  expiresAt: at('09:00'),
  acceptedAt: null,
  revokedAt: null,
  ...more,
});

describe('the state of an invitation', () => {
  it.each([
    ['open until its last moment', times(), '08:59:59.999', 'open'],
    ['expired from the moment it ends', times(), '09:00', 'expired'],
    ['accepted, whatever the time', times({ acceptedAt: at('08:00') }), '12:00', 'accepted'],
    ['revoked, whatever the time', times({ revokedAt: at('08:00') }), '08:30', 'revoked'],
  ] as const)('is %s', (_, invitation, now, state) => {
    expect(invitationState(invitation, at(now))).toBe(state);
  });

  it('is undecided while it is open or expired', () => {
    expect(
      [times(), times({ acceptedAt: at('08:00') }), times({ revokedAt: at('08:00') })].map(isUndecided),
    ).toEqual([true, false, false]);
  });
});

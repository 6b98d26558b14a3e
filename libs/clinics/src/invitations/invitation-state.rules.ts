import { Temporal } from 'temporal-polyfill';

/** `expired`: may be sent again. `accepted` and `revoked` are final. */
export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked';

export interface InvitationTimes {
  expiresAt: Temporal.Instant;
  acceptedAt: Temporal.Instant | null;
  revokedAt: Temporal.Instant | null;
}

export function invitationState(
  { expiresAt, acceptedAt, revokedAt }: InvitationTimes,
  now: Temporal.Instant,
): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return Temporal.Instant.compare(expiresAt, now) > 0 ? 'open' : 'expired';
}

/** Has nobody decided about it yet? */
export function isUndecided(times: InvitationTimes): boolean {
  return !times.acceptedAt && !times.revokedAt;
}

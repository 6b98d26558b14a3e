import type { Role } from '@app/platform/actor.js';

/** A sign-in that is not used for so long ends; `find_sign_in` holds the same figure. */
export const IDLE_SECONDS = 15 * 60;

/** A staff membership that may be signed in to. */
export interface Membership {
  accountId: string;
  clinicId: string;
  staffMemberId: string;
}

/** The request that asked for something, and from where: for the audit log. */
export interface CalledFrom {
  requestId?: string;
  ip?: string;
}

/** A live sign-in, with the roles as they are now. */
export interface FoundSignIn extends Membership {
  roles: Role[];
  signInId: string;
  /** A second factor was given within the last 5 minutes. */
  steppedUp: boolean;
}

/** The password was right and nothing else yet: opens the second step of signing in, and nobody's data. */
export interface PendingSignIn extends Membership, CalledFrom {
  kind: 'pending';
  signInId: string;
}

/** Where a sign-in is made from, kept so that its owner can recognise it. */
export interface SignInPlace {
  ip: string;
  userAgent: string | undefined;
}

import type { StaffActor } from '@app/platform/actor.js';
import type { PendingSignIn } from '../sign-ins/sign-in.types.js';

/** What a person can give besides the password. */
export type FactorKind = 'totp' | 'passkey' | 'recovery-code';

/** Whose factors, and the sign-in, pending or full, through which they ask. */
export interface FactorHolder {
  accountId: string;
  signInId: string;
}

/** Who sets up a factor: signed in, or with the password alone and no factor yet. */
export type Enroller = (StaffActor & FactorHolder) | PendingSignIn;

/** A second factor as it was given. */
export type GivenFactor =
  { kind: 'totp' | 'recovery-code'; code: string } | { kind: 'passkey'; response: unknown };

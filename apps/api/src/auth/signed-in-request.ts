import type { FastifyRequest } from 'fastify';
import type { FactorKind } from '@app/clinics/factors/factor.types.js';
import type { Membership, PendingSignIn } from '@app/clinics/sign-ins/sign-in.types.js';
import type { StaffActor } from '@app/platform/actor.js';

/** The password was right; which clinic it opens. Not yet a sign-in. */
export interface KnownPassword extends Membership {
  kind: 'known-password';
}

/** The second factor was right as well; the sign-in still waits to be completed. */
export interface ProvedSignIn {
  kind: 'proved';
  pending: PendingSignIn;
  factor: FactorKind;
}

/** What passport's strategies leave on the request. */
export type SignedInRequest = FastifyRequest & {
  user?: StaffActor | KnownPassword | PendingSignIn | ProvedSignIn;
};

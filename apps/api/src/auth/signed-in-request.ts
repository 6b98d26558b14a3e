import type { FastifyRequest } from 'fastify';
import type { Membership } from '@app/clinics/sign-ins/sign-ins.service.js';
import type { StaffActor } from '@app/platform/actor.js';

/** The password was right; which clinic it opens. Not yet a sign-in. */
export interface KnownPassword extends Membership {
  kind: 'known-password';
}

/** What passport's strategies leave on the request. */
export type SignedInRequest = FastifyRequest & { user?: StaffActor | KnownPassword };

import { type CustomDecorator, SetMetadata } from '@nestjs/common';

export const ACCEPTS = 'throughline.accepts';

/**
 * Whom a route lets in that is not for full sign-ins alone. `pending`: the password was right, the second factor is
 * awaited. `pending-or-full`: either. `enrolling-or-full`: either, a pending one only while its account has no factor.
 */
export type Accepted = 'pending' | 'pending-or-full' | 'enrolling-or-full';

/** Everything else needs a full sign-in. */
export const Accepts = (accepted: Accepted): CustomDecorator => SetMetadata(ACCEPTS, accepted);

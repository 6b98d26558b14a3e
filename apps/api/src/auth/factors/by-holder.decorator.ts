import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Enroller } from '@app/clinics/factors/factor.types.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import type { SignedInRequest } from '../signed-in-request.js';

/** Whose second factors a call is about, signed in or about to: `@ByHolder() who: Enroller`. */
export const ByHolder = createParamDecorator((_: unknown, context: ExecutionContext): Enroller => {
  const { user } = context.switchToHttp().getRequest<SignedInRequest>();
  if (user?.kind === 'pending') return user;
  if (user?.kind !== 'staff' || !user.signInId) throw new SignedOut();
  return { ...user, signInId: user.signInId };
});

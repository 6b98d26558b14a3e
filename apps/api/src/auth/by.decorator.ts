import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import type { SignedInRequest } from './signed-in-request.js';

/** The signed-in staff member who makes this call: `@By() actor: StaffActor`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): StaffActor => {
  const { user } = context.switchToHttp().getRequest<SignedInRequest>();
  if (user?.kind !== 'staff') throw new SignedOut();
  return user;
});

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refused } from '@app/platform/errors/errors.js';
import type { SignedInRequest } from './signed-in-request.js';
import { STEP_UP } from './step-up.decorator.js';

/** Global: asks for the second factor again before what cannot be taken back. */
@Injectable()
export class StepUpGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handlers = [context.getHandler(), context.getClass()];
    if (!this.reflector.getAllAndOverride<boolean | undefined>(STEP_UP, handlers)) return true;
    const { user } = context.switchToHttp().getRequest<SignedInRequest>();
    // Only a route that accepts them sees somebody still signing in: there is no factor yet that they could give.
    if (user?.kind === 'pending') return true;
    if (user?.kind === 'staff' && user.steppedUp) return true;
    throw new Refused('step-up-required');
  }
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@app/platform/actor.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { ROLES } from './roles.decorator.js';
import type { SignedInRequest } from './signed-in-request.js';

/** Global: what a role may not do does not exist for it. Row-level security keeps the rows besides. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const wanted = this.reflector.getAllAndOverride<Role[] | undefined>(ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!wanted) return true;
    const { user } = context.switchToHttp().getRequest<SignedInRequest>();
    if (user?.kind === 'staff' && wanted.some((role) => user.roles.includes(role))) return true;
    throw new NotFound('route');
  }
}

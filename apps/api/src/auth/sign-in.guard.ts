import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { SignedOut } from '@app/platform/errors/errors.js';
import { type Accepted, ACCEPTS } from './accepts.decorator.js';
import { IS_PUBLIC } from './public.decorator.js';

/** passport's strategies by what a route accepts, asked one after the other. */
const GUARDS: Record<Accepted | 'full', CanActivate> = {
  full: signedInBy('cookie'),
  pending: signedInBy('pending'),
  'pending-or-full': signedInBy('cookie', 'pending'),
  'enrolling-or-full': signedInBy('cookie', 'enrolling'),
};

/** Global: every route needs a live, full sign-in, unless it is marked `@Public()` or `@Accepts()` less. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, handlers)) return true;
    const accepted = this.reflector.getAllAndOverride<Accepted | undefined>(ACCEPTS, handlers);
    return (await GUARDS[accepted ?? 'full'].canActivate(context)) as boolean;
  }
}

function signedInBy(...strategies: string[]): CanActivate {
  return new (class extends AuthGuard(strategies) {
    override handleRequest<User>(error: unknown, user: User): User {
      if (error) throw error as Error;
      if (!user) throw new SignedOut();
      return user;
    }
  })();
}

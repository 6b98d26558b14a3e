import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { SignedOut } from '@app/platform/errors/errors.js';
import { IS_PUBLIC } from './public.decorator.js';

/** Global: every route needs a live sign-in, unless it is marked `@Public()`. */
@Injectable()
export class SignInGuard extends AuthGuard('cookie') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, handlers)) return true;
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<Actor>(error: unknown, actor: Actor): Actor {
    if (error) throw error as Error;
    if (!actor) throw new SignedOut();
    return actor;
  }
}

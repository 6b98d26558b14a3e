import { type CanActivate, type ExecutionContext, mixin, type Type } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { SignedOut } from '@app/platform/errors/errors.js';
import { requestPipe } from '../../http/request-pipe.js';

/** Lets through whom the strategy knows. Guards run before pipes, and it must not see a body that nobody checked. */
export function checkedFirst(strategy: string, body: Type, refusal: string): Type<CanActivate> {
  class CheckedFirstGuard extends AuthGuard(strategy) {
    override async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      await requestPipe().transform(request.body, { type: 'body', metatype: body });
      return (await super.canActivate(context)) as boolean;
    }

    override handleRequest<User>(error: unknown, user: User): User {
      if (error) throw error as Error;
      if (!user) throw new SignedOut(refusal);
      return user;
    }
  }
  return mixin(CheckedFirstGuard);
}

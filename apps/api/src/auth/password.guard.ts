import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { SignedOut } from '@app/platform/errors/errors.js';
import { requestPipe } from '../http/request-pipe.js';
import { SignInDto } from './sign-in.dto.js';

/** For signing in: lets through who knows the password. */
@Injectable()
export class PasswordGuard extends AuthGuard('password') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    // Guards run before pipes, and the strategy must not see anything unchecked.
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    await requestPipe().transform(request.body, { type: 'body', metatype: SignInDto });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<Known>(error: unknown, known: Known): Known {
    if (error) throw error as Error;
    if (!known) throw new SignedOut('sign-in-refused');
    return known;
  }
}

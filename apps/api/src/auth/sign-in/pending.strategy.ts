import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { PendingSignIn } from '@app/clinics/sign-ins/sign-in.types.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { RequestStrategy } from '../request.strategy.js';
import { calledFrom, SignInCookie } from '../sign-in-cookie.js';

/** Who a browser's cookie stands for after the password alone, for 10 minutes. */
@Injectable()
export class PendingStrategy extends PassportStrategy(RequestStrategy, 'pending') {
  constructor(
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<PendingSignIn | null> {
    const token = this.cookie.tokenOf(request);
    const pending = token && (await this.signIns.findPending(token));
    return pending ? { ...pending, ...calledFrom(request) } : null;
  }
}

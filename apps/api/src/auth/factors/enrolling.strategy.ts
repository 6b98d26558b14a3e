import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { PendingSignIn } from '@app/clinics/sign-ins/sign-in.types.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { FactorsService } from '@app/clinics/factors/factors.service.js';
import { RequestStrategy } from '../request.strategy.js';
import { calledFrom, SignInCookie } from '../sign-in-cookie.js';

/** The password was right and there is no second factor yet: its owner may set up the first one. */
@Injectable()
export class EnrollingStrategy extends PassportStrategy(RequestStrategy, 'enrolling') {
  constructor(
    private readonly signIns: SignInsService,
    private readonly factors: FactorsService,
    private readonly cookie: SignInCookie,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<PendingSignIn | null> {
    const token = this.cookie.tokenOf(request);
    const pending = token && (await this.signIns.findPending(token));
    if (!pending || (await this.factors.hasAny(pending.accountId))) return null;
    return { ...pending, ...calledFrom(request) };
  }
}

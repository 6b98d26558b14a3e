import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '@app/platform/actor.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { RequestStrategy } from './request.strategy.js';
import { SignInCookie } from './sign-in-cookie.js';

/** On calls that the console makes by itself. They tell what is so and keep nobody signed in. */
const BACKGROUND = 'x-throughline-background';

/** Who a browser's cookie stands for: one lookup a request, so that a revocation counts at once. */
@Injectable()
export class CookieStrategy extends PassportStrategy(RequestStrategy, 'cookie') {
  constructor(
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {
    super();
  }

  async validate(request: FastifyRequest): Promise<StaffActor | null> {
    const token = this.cookie.tokenOf(request);
    const background = request.headers[BACKGROUND] === '1';
    const found = token && (await this.signIns.find(token, { background }));
    if (!found) return null;
    return {
      kind: 'staff',
      ...found,
      requestId: request.id,
      ip: request.ip,
    };
  }
}

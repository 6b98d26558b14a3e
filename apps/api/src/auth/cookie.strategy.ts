import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-strategy';
import type { StaffActor } from '@app/platform/actor.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { SignInCookie } from './sign-in-cookie.js';

/** passport's half of the cookie sign-in: asks `validate` who the request is from. */
class RequestStrategy extends Strategy {
  constructor(private readonly verify: (request: FastifyRequest, done: Done) => unknown) {
    super();
  }

  override authenticate(request: Parameters<Strategy['authenticate']>[0]): void {
    void this.verify(request as unknown as FastifyRequest, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

type Done = (error: Error | null, actor?: StaffActor | null) => void;

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
    const found = token && (await this.signIns.find(token));
    if (!found) return null;
    return {
      kind: 'staff',
      ...found,
      requestId: request.id,
      ip: request.ip,
    };
  }
}

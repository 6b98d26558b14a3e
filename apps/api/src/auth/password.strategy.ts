import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import type { KnownPassword } from './signed-in-request.js';

/** Does this e-mail address go with this password? */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  constructor(private readonly signIns: SignInsService) {
    super({ usernameField: 'email', passReqToCallback: true, session: false });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<KnownPassword> {
    return { kind: 'known-password', ...(await this.signIns.membershipFor(email, password, request.ip)) };
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { PasswordSignInService } from '@app/clinics/sign-ins/password-sign-in.service.js';
import { DomainError } from '@app/platform/errors/errors.js';
import type { KnownPassword } from '../signed-in-request.js';

/** Does this e-mail address go with this password? */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy, 'password') {
  private readonly logger = new Logger('sign-in');

  constructor(private readonly passwords: PasswordSignInService) {
    super({ usernameField: 'email', passReqToCallback: true, session: false });
  }

  async validate(request: FastifyRequest, email: string, password: string): Promise<KnownPassword> {
    try {
      return { kind: 'known-password', ...(await this.passwords.membershipFor(email, password, request.ip)) };
    } catch (error) {
      // Nobody is signed in, so no clinic's audit log can have it. Whose address it was is not said.
      if (error instanceof DomainError) {
        this.logger.log({ msg: 'sign-in refused', why: error.code, requestId: request.id });
      }
      throw error;
    }
  }
}

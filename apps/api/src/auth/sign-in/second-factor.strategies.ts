import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import type { GivenFactor } from '@app/clinics/factors/factor.types.js';
import { SecondFactorService } from '@app/clinics/sign-ins/second-factor.service.js';
import { RequestStrategy } from '../request.strategy.js';
import type { ProvedSignIn, SignedInRequest } from '../signed-in-request.js';
import type { PasskeyResponseDto, SecondFactorDto } from './second-factor.dto.js';

/** Does this code go with the pending sign-in? Of an authenticator app, or one of the recovery codes. */
@Injectable()
export class CodeStrategy extends PassportStrategy(RequestStrategy, 'code') {
  constructor(private readonly secondFactor: SecondFactorService) {
    super();
  }

  validate(request: FastifyRequest): Promise<ProvedSignIn | null> {
    const { kind, code } = request.body as SecondFactorDto;
    return proved(this.secondFactor, request, { kind, code });
  }
}

/** Does this answer of a passkey go with the pending sign-in? */
@Injectable()
export class PasskeyStrategy extends PassportStrategy(RequestStrategy, 'passkey') {
  constructor(private readonly secondFactor: SecondFactorService) {
    super();
  }

  validate(request: FastifyRequest): Promise<ProvedSignIn | null> {
    const { response } = request.body as PasskeyResponseDto;
    return proved(this.secondFactor, request, { kind: 'passkey', response });
  }
}

async function proved(
  secondFactor: SecondFactorService,
  request: SignedInRequest,
  given: GivenFactor,
): Promise<ProvedSignIn | null> {
  const { user } = request;
  if (user?.kind !== 'pending') return null;
  await secondFactor.prove(user, given, request.ip);
  return { kind: 'proved', pending: user, factor: given.kind };
}

import { Body, Controller, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { PasskeyOptionsView, SignInAnswer } from '@app/clinics/factors/factors.view.js';
import { PasskeysService } from '@app/clinics/factors/passkeys.service.js';
import { SecondFactorService } from '@app/clinics/sign-ins/second-factor.service.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import { Accepts } from '../accepts.decorator.js';
import type { Enroller } from '@app/clinics/factors/factor.types.js';
import { ByHolder } from '../factors/by-holder.decorator.js';
import { placeOf, SignInCookie } from '../sign-in-cookie.js';
import type { SignedInRequest } from '../signed-in-request.js';
import { checkedFirst } from './checked-first.guard.js';
import { PasskeyResponseDto, SecondFactorDto } from './second-factor.dto.js';

const REFUSED = 'second-factor-refused';

/** The second step of signing in. Its answer sets a new cookie: nobody can have planted that one before. */
@Controller('sign-ins/current')
export class SecondFactorController {
  constructor(
    private readonly secondFactor: SecondFactorService,
    private readonly passkeys: PasskeysService,
    private readonly cookie: SignInCookie,
  ) {}

  /** A code of the authenticator app, or one of the recovery codes. */
  @Post('second-factor')
  @Accepts('pending')
  @UseGuards(checkedFirst('code', SecondFactorDto, REFUSED))
  giveCode(
    @Body() _: SecondFactorDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    return this.complete(request, reply);
  }

  /** What a passkey has to sign, to sign in or to step up. Good once, for 5 minutes. */
  @Post('passkey-challenge')
  @Accepts('pending-or-full')
  async challenge(@ByHolder() who: Enroller): Promise<PasskeyOptionsView> {
    return { options: await this.passkeys.optionsToUse(who) };
  }

  /** The passkey's answer to the challenge. */
  @Post('passkey')
  @Accepts('pending')
  @UseGuards(checkedFirst('passkey', PasskeyResponseDto, REFUSED))
  givePasskey(
    @Body() _: PasskeyResponseDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    return this.complete(request, reply);
  }

  private async complete(request: SignedInRequest, reply: FastifyReply): Promise<SignInAnswer> {
    const { user } = request;
    if (user?.kind !== 'proved') throw new SignedOut(REFUSED);
    this.cookie.set(reply, await this.secondFactor.complete(user.pending, user.factor, placeOf(request)));
    return { next: 'done', factors: [] };
  }
}

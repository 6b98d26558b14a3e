import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { type AfterEnrolment, EnrolmentService } from '@app/clinics/factors/enrolment.service.js';
import type { Enroller } from '@app/clinics/factors/factor.types.js';
import { EnrolledView, PasskeyOptionsView, TotpSecretView } from '@app/clinics/factors/factors.view.js';
import { PasskeysService } from '@app/clinics/factors/passkeys.service.js';
import { grouped, totpUri } from '@app/clinics/factors/totp.rules.js';
import { TotpFactorsService } from '@app/clinics/factors/totp-factors.service.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import { Accepts } from '../accepts.decorator.js';
import { placeOf, SignInCookie } from '../sign-in-cookie.js';
import { StepUp } from '../step-up.decorator.js';
import { ByHolder } from './by-holder.decorator.js';
import { AddPasskeyDto, ConfirmTotpDto } from './enrolment.dto.js';

/**
 * Setting up a second factor: the first one as part of signing in, which it completes; every further one by somebody
 * signed in who has just given a factor they have.
 */
@Controller('me')
@Accepts('enrolling-or-full')
@StepUp()
export class EnrolmentController {
  constructor(
    private readonly enrolment: EnrolmentService,
    private readonly totp: TotpFactorsService,
    private readonly passkeys: PasskeysService,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {}

  /** A new secret for an authenticator app. It counts once a code of it was seen. */
  @Post('totp')
  async beginTotp(@ByHolder() who: Enroller): Promise<TotpSecretView> {
    const secret = await this.totp.begin(who.accountId);
    return { secret: grouped(secret), uri: totpUri(secret, await this.accounts.email(who.accountId)) };
  }

  /** The app shows this code: from now on it counts, in place of the one before. */
  @Post('totp/confirmation')
  confirmTotp(
    @ByHolder() who: Enroller,
    @Body() { code }: ConfirmTotpDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledView> {
    return this.enrolment.confirmTotp(who, code, this.signedIn(who, request)).then(this.answer(reply));
  }

  /** What the browser needs to make a passkey. Good once, for 5 minutes. */
  @Post('passkeys/challenge')
  async beginPasskey(@ByHolder() who: Enroller): Promise<PasskeyOptionsView> {
    return { options: await this.passkeys.optionsToMake(who, await this.accounts.email(who.accountId)) };
  }

  /** The passkey that the browser made. */
  @Post('passkeys')
  addPasskey(
    @ByHolder() who: Enroller,
    @Body() { name, response }: AddPasskeyDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledView> {
    return this.enrolment
      .addPasskey(who, name, response, this.signedIn(who, request))
      .then(this.answer(reply));
  }

  /** In the transaction of the factor: either both are there afterwards, or neither. */
  private signedIn(who: Enroller, request: FastifyRequest): AfterEnrolment<Enrolled> {
    return async (recoveryCodes, kind, tx) => {
      if (who.kind === 'staff') return { recoveryCodes };
      const token = await this.signIns.complete(who, kind, placeOf(request), tx);
      if (!token) throw new SignedOut();
      return { recoveryCodes, token };
    };
  }

  private answer(reply: FastifyReply) {
    return ({ recoveryCodes, token }: Enrolled): EnrolledView => {
      if (token) this.cookie.set(reply, token);
      return { next: 'done', recoveryCodes };
    };
  }
}

interface Enrolled {
  recoveryCodes: string[] | null;
  token?: string;
}

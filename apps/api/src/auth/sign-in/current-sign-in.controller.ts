import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInAnswer } from '@app/clinics/factors/factors.view.js';
import { MembershipsService } from '@app/clinics/sign-ins/memberships.service.js';
import { SecondFactorService } from '@app/clinics/sign-ins/second-factor.service.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Invalid, SignedOut } from '@app/platform/errors/errors.js';
import { By } from '../by.decorator.js';
import { placeOf, SignInCookie } from '../sign-in-cookie.js';
import { ChooseClinicDto, StepUpDto } from './second-factor.dto.js';

/** What a full sign-in can do with itself. */
@Controller('sign-ins/current')
export class CurrentSignInController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly secondFactor: SecondFactorService,
    private readonly memberships: MembershipsService,
    private readonly cookie: SignInCookie,
  ) {}

  /** The second factor once more: for 5 minutes this sign-in may do what cannot be taken back. */
  @Post('step-up')
  @HttpCode(204)
  async stepUp(@By() actor: StaffActor, @Body() { kind, code, response }: StepUpDto): Promise<void> {
    if (kind === 'totp') {
      if (code === undefined) throw new Invalid('code', 'isDefined');
      await this.secondFactor.stepUp(actor, { kind, code });
    } else {
      if (response === undefined) throw new Invalid('response', 'isDefined');
      await this.secondFactor.stepUp(actor, { kind, response });
    }
  }

  /** Goes on in another clinic of the same person: a new cookie, the limit stays. */
  @Post('clinic')
  async chooseClinic(
    @By() actor: StaffActor,
    @Body() { clinicId }: ChooseClinicDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const to = await this.memberships.at(actor.accountId, clinicId);
    const token = await this.signIns.move(actor, to, placeOf(request));
    if (!token) throw new SignedOut();
    this.cookie.set(reply, token);
    return { next: 'done', factors: [] };
  }
}

import { Body, Controller, Delete, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FactorsService } from '@app/clinics/factors/factors.service.js';
import { SignInAnswer } from '@app/clinics/factors/factors.view.js';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import { Public } from '../public.decorator.js';
import { calledFrom, placeOf, SignInCookie } from '../sign-in-cookie.js';
import type { SignedInRequest } from '../signed-in-request.js';
import { checkedFirst } from './checked-first.guard.js';
import { SignInDto } from './sign-in.dto.js';

@Controller('sign-ins')
export class SignInsController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly factors: FactorsService,
    private readonly cookie: SignInCookie,
  ) {}

  /**
   * The first step: e-mail and password. The answer sets a cookie that is good for the second step alone, for 10
   * minutes, and says which factors can be given, or that one is to be set up.
   */
  @Post()
  @Public()
  @UseGuards(checkedFirst('password', SignInDto, 'sign-in-refused'))
  async signIn(
    @Body() _: SignInDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const { user } = request;
    if (user?.kind !== 'known-password') throw new SignedOut('sign-in-refused');
    // Whoever was signed in with this browser is not any more.
    const before = this.cookie.tokenOf(request);
    if (before) await this.signIns.end(before, calledFrom(request));
    this.cookie.set(reply, await this.signIns.startPending(user, placeOf(request)));
    return this.factors.next(user.accountId);
  }

  /** Signs out: the sign-in of this cookie ends for good. */
  @Delete('current')
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = this.cookie.tokenOf(request);
    if (token) await this.signIns.end(token, calledFrom(request));
    this.cookie.clear(reply);
  }
}

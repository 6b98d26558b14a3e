import { Body, Controller, Delete, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SignInsService } from '@app/clinics/sign-ins/sign-ins.service.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import { PasswordGuard } from './password.guard.js';
import { Public } from './public.decorator.js';
import { SignInCookie } from './sign-in-cookie.js';
import { SignInDto } from './sign-in.dto.js';
import { SignInAnswer } from './sign-in.view.js';
import type { SignedInRequest } from './signed-in-request.js';

@Controller('sign-ins')
export class SignInsController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly cookie: SignInCookie,
  ) {}

  /** Signs in with e-mail and password. The answer sets the cookie that every other call needs. */
  @Post()
  @Public()
  @UseGuards(PasswordGuard)
  async signIn(
    @Body() _: SignInDto,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    const { user } = request;
    if (user?.kind !== 'known-password') throw new SignedOut('sign-in-refused');
    const place = { ip: request.ip, userAgent: request.headers['user-agent'] };
    this.cookie.set(reply, await this.signIns.start(user, place));
    return { next: 'done' };
  }

  /** Signs out: the sign-in of this cookie ends for good. */
  @Delete('current')
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = this.cookie.tokenOf(request);
    if (token) await this.signIns.end(token);
    this.cookie.clear(reply);
  }
}

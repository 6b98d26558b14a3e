import { Body, Controller, HttpCode, Ip, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PasswordRedemption } from '@app/clinics/password-resets/password-redemption.service.js';
import { PasswordResetsService } from '@app/clinics/password-resets/password-resets.service.js';
import { Public } from '../auth/public.decorator.js';
import { calledFrom } from '../auth/sign-in-cookie.js';
import { AskForPasswordResetDto, RedeemPasswordResetDto } from './password-reset.dto.js';

@Controller('password-resets')
@Public()
export class PasswordResetsController {
  constructor(
    private readonly resets: PasswordResetsService,
    private readonly redemption: PasswordRedemption,
  ) {}

  /** Asks for a link to a new password. The answer is the same whether the address has an account or not. */
  @Post()
  @HttpCode(202)
  async ask(@Body() { email }: AskForPasswordResetDto, @Ip() ip: string): Promise<object> {
    await this.resets.request(email, ip);
    return {};
  }

  /** Uses the link up: the new password counts, and every sign-in of the account ends. Signs nobody in. */
  @Post('redemption')
  @HttpCode(204)
  redeem(@Body() { token, password }: RedeemPasswordResetDto, @Req() request: FastifyRequest): Promise<void> {
    return this.redemption.redeem(token, password, calledFrom(request));
  }
}

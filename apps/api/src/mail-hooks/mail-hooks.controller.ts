import { timingSafeEqual } from 'node:crypto';
import { Controller, Headers, HttpCode, Logger, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Config } from '@app/platform/config/config.js';
import { tokenHash } from '@app/platform/encryption/sealing.js';
import { NotFound, SignedOut } from '@app/platform/errors/errors.js';
import { DeliveryReports } from '@app/prompts/delivery-reports.service.js';
import { Public } from '../auth/public.decorator.js';
import { UnsupportedMedia } from '../http/malformed.js';
import { RawMail } from './raw-mail.js';

/** Where our own mail server hands on what came back. Without a secret in the settings there is no such page. */
@Controller('hooks/mail')
@ApiExcludeController()
@Public()
export class MailHooksController {
  private readonly logger = new Logger('mail-hooks');

  constructor(
    private readonly config: Config,
    private readonly reports: DeliveryReports,
  ) {}

  /** A whole message, `message/rfc822`. The answer is the same whatever it held. */
  @Post()
  @HttpCode(202)
  async receive(
    @Req() { body }: FastifyRequest,
    @Headers('authorization') authorization: string | undefined,
  ): Promise<object> {
    this.refuseStrangers(authorization);
    if (!(body instanceof RawMail)) throw new UnsupportedMedia();
    this.logger.log({ report: await this.reports.receive(body.bytes()) });
    return {};
  }

  private refuseStrangers(authorization: string | undefined): void {
    const secret = this.config.MAIL_HOOK_SECRET;
    if (secret === undefined) throw new NotFound('route');
    // Hashes have one length: how much of the secret was right does not show.
    const [given, wanted] = [tokenHash(authorization ?? ''), tokenHash(`Bearer ${secret}`)];
    if (!timingSafeEqual(given, wanted)) throw new SignedOut();
  }
}

import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { SenderVerification } from '@app/clinics/settings/sender-verification.service.js';
import { Public } from '../auth/public.decorator.js';
import { ConfirmSenderDto } from './sender.dto.js';

@Controller('clinic-senders')
@Public()
export class ClinicSendersController {
  constructor(private readonly verification: SenderVerification) {}

  /** Uses the link up: answers to the clinic's e-mails go to the mailbox it was sent to. */
  @Post('confirmation')
  @HttpCode(204)
  confirm(@Body() { token }: ConfirmSenderDto): Promise<void> {
    return this.verification.confirm(token);
  }
}

import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ClinicSendersService } from '@app/clinics/settings/clinic-senders.service.js';
import { SenderVerification } from '@app/clinics/settings/sender-verification.service.js';
import { SenderView } from '@app/clinics/settings/sender.view.js';
import { TestMailsService } from '@app/clinics/settings/test-mails.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { By } from '../auth/by.decorator.js';
import { Roles } from '../auth/roles.decorator.js';
import { PutSenderDto } from './sender.dto.js';

@Controller('clinic')
export class SenderController {
  constructor(
    private readonly senders: ClinicSendersService,
    private readonly verification: SenderVerification,
    private readonly tests: TestMailsService,
  ) {}

  /** Who the clinic's e-mails come from. */
  @Get('sender')
  read(@By() actor: StaffActor): Promise<SenderView> {
    return this.senders.read(actor);
  }

  /** Sets it. Another address for answers has to be verified anew, and no prompt leaves meanwhile. */
  @Put('sender')
  @Roles('admin')
  put(@By() actor: StaffActor, @Body() body: PutSenderDto): Promise<SenderView> {
    return this.senders.put(actor, body);
  }

  /** Sends a link to the address for answers. */
  @Post('sender/verification')
  @Roles('admin')
  @HttpCode(202)
  async verify(@By() actor: StaffActor): Promise<object> {
    await this.verification.ask(actor);
    return {};
  }

  /** Sends a sample prompt to your own address. */
  @Post('test-mail')
  @Roles('admin', 'practitioner')
  @HttpCode(202)
  async test(@By() actor: StaffActor): Promise<object> {
    await this.tests.send(actor);
    return {};
  }
}
